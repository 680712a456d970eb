package io.gistmill.domain;

import org.jspecify.annotations.Nullable;

/// Somebody else's words inside a post.
///
/// @param author the quoted author's name, null where only the handle is known
/// @param handle without the leading `@`
public record Quote(
    @Nullable String author, @Nullable String handle, @Nullable String link, String text) {}
