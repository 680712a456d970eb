package io.gistmill.gateway.log;

import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.TaggedEvent;

/// One record of the log, with its place.
public sealed interface Entry {

  Place place();

  /// @param topic Kafka's name
  record Place(String topic, int partition, long offset) {}

  record OfTagged(Place place, TaggedEvent event) implements Entry {}

  record OfStories(Place place, StoryEvent event) implements Entry {}

  /// @param written when, in milliseconds since 1970 by the broker's clock
  record OfDigests(Place place, long written, DigestEvent event) implements Entry {}

  record OfSubscriptions(Place place, SubscriptionEvent event) implements Entry {}

  /// @param written as above
  record OfDeliveries(Place place, long written, DeliveryEvent event) implements Entry {}

  /// A tombstone in `subscriptions`: nothing about the subscriber may be kept.
  ///
  /// @param written as above
  record Forgotten(Place place, long written, String subscriber) implements Entry {}

  /// Something that another stage could not read or process.
  record Rejected(Place place) implements Entry {}

  /// A tombstone elsewhere: nothing to show for it.
  record Empty(Place place) implements Entry {}

  /// A record that this reader cannot decode.
  record Unreadable(Place place, String reason) implements Entry {}
}
