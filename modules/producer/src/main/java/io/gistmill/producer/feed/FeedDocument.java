package io.gistmill.producer.feed;

import io.gistmill.producer.source.PollHints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feed, whatever it was written in.
///
/// @param title what it calls itself
/// @param items in its own order, usually newest first
record FeedDocument(@Nullable String title, List<FeedItem> items, PollHints hints) {
  FeedDocument {
    items = List.copyOf(items);
  }
}
