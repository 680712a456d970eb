package io.gistmill.gateway.log;

import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.TaggedEvent;

/// One record of the log, with its place.
public sealed interface Entry {

  Place place();

  /// @param topic Kafka's name
  record Place(String topic, int partition, long offset) {}

  record OfTagged(Place place, TaggedEvent event) implements Entry {}

  record OfStories(Place place, StoryEvent event) implements Entry {}

  record OfDigests(Place place, DigestEvent event) implements Entry {}

  /// Something that another stage could not read or process.
  record Rejected(Place place) implements Entry {}

  /// A tombstone: nothing to show for it.
  record Empty(Place place) implements Entry {}

  /// A record that this reader cannot decode.
  record Unreadable(Place place, String reason) implements Entry {}
}
