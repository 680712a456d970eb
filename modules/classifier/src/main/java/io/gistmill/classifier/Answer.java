package io.gistmill.classifier;

import io.gistmill.domain.TaggedEvent;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What an [Intake] says to one event.
///
/// @param event for `tagged`
/// @param from the partition of posts that was read
/// @param streams slugs of the live streams that the event belongs to, `all` and `other` among them
public record Answer(TaggedEvent event, int from, SortedSet<String> streams) {

  public Answer {
    streams = Collections.unmodifiableSortedSet(new TreeSet<>(streams));
  }
}
