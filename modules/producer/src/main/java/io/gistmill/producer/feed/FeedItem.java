package io.gistmill.producer.feed;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One item as its feed gives it.
///
/// @param guid its own stable id
/// @param link its own page
/// @param base against which links in the words are resolved
/// @param date published, else updated; null when missing or no date
record FeedItem(
    @Nullable String guid,
    @Nullable String link,
    URI base,
    Markup title,
    String author,
    Markup body,
    @Nullable Instant date) {}
