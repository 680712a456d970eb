package io.gistmill.gateway.log;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.TaggedEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/// Turns the bytes of the topics that the gateway reads into entries. Never throws on a record.
public final class Decoder {

  private final Topic<TaggedEvent> tagged;
  private final Topic<StoryEvent> stories;
  private final Topic<DigestEvent> digests;
  private final Topic<SubscriptionEvent> subscriptions;
  private final Topic<DeliveryEvent> deliveries;
  private final Topic<byte[]> rejects;

  public Decoder(Topics topics) {
    tagged = topics.tagged();
    stories = topics.stories();
    digests = topics.digests();
    subscriptions = topics.subscriptions();
    deliveries = topics.deliveries();
    rejects = topics.rejects();
  }

  /// Every topic that is read.
  public List<String> topics() {
    return List.of(
        tagged.name(),
        stories.name(),
        digests.name(),
        subscriptions.name(),
        deliveries.name(),
        rejects.name());
  }

  public Entry decode(ConsumerRecord<byte[], byte[]> written) {
    var place = new Entry.Place(written.topic(), written.partition(), written.offset());
    if (written.topic().equals(rejects.name())) {
      return new Entry.Rejected(place);
    }
    if (written.value() == null) {
      return tombstone(place, written);
    }
    try {
      return decode(place, written);
    } catch (SerializationException | IllegalArgumentException e) {
      return new Entry.Unreadable(place, String.valueOf(e.getMessage()));
    }
  }

  private Entry tombstone(Entry.Place place, ConsumerRecord<byte[], byte[]> written) {
    if (!place.topic().equals(subscriptions.name()) || written.key() == null) {
      return new Entry.Empty(place);
    }
    var subscriber = new String(written.key(), StandardCharsets.UTF_8);
    return new Entry.Forgotten(place, written.timestamp(), subscriber);
  }

  private Entry decode(Entry.Place place, ConsumerRecord<byte[], byte[]> written) {
    byte[] bytes = written.value();
    if (place.topic().equals(tagged.name())) {
      return new Entry.OfTagged(place, value(tagged, bytes));
    }
    if (place.topic().equals(stories.name())) {
      return new Entry.OfStories(place, value(stories, bytes));
    }
    if (place.topic().equals(subscriptions.name())) {
      return new Entry.OfSubscriptions(place, value(subscriptions, bytes));
    }
    if (place.topic().equals(deliveries.name())) {
      return new Entry.OfDeliveries(place, written.timestamp(), value(deliveries, bytes));
    }
    return new Entry.OfDigests(place, written.timestamp(), value(digests, bytes));
  }

  private static <V> V value(Topic<V> topic, byte[] bytes) {
    return topic.values().deserializer().deserialize(topic.name(), bytes);
  }
}
