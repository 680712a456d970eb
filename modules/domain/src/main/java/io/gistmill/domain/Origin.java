package io.gistmill.domain;

import org.jspecify.annotations.Nullable;

/// Where a post came from.
///
/// @param source the source's name, such as `archive` or a feed's id
/// @param ordinal the post's place in an archive, from 1; null where a source has no order of its
///   own
public record Origin(String source, @Nullable Long ordinal) {}
