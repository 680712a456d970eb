package io.gistmill.contracts;

import io.gistmill.domain.ClockEvent;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.SourceEvent;
import io.gistmill.domain.SourceStateEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.TaggedEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// Every Kafka topic of one Gistmill; no topic name stands anywhere else.
///
/// The broker stamps each record with the time of writing: event times live in the values, because
/// retention goes by record time and would delete an old archive at its first check.
public final class Topics {

  private static final String STREAM = "topic.";
  private static final Duration LOG_KEPT = Horizon.LENGTH.plusDays(8);

  private final String prefix;
  private final int postPartitions;
  private final int subscriberPartitions;

  /// @param prefix of all names, without the dot; several systems can share a cluster
  /// @param postPartitions N: over how many partitions posts are spread
  /// @param subscriberPartitions Q: over how many partitions subscribers are spread
  public Topics(String prefix, int postPartitions, int subscriberPartitions) {
    this.prefix = prefix;
    this.postPartitions = postPartitions;
    this.subscriberPartitions = subscriberPartitions;
  }

  public Topic<PostEvent> posts() {
    return topic("posts", json(PostEvent.class), postPartitions, keptFor(LOG_KEPT));
  }

  public Topic<TaggedEvent> tagged() {
    return topic("tagged", json(TaggedEvent.class), postPartitions, keptFor(LOG_KEPT));
  }

  /// The live stream of one topic of the taxonomy, for consumers outside.
  ///
  /// @param slug of the taxonomy, or `all` or `other`
  public Topic<TaggedEvent> stream(String slug) {
    return topic(STREAM + slug, json(TaggedEvent.class), postPartitions, keptFor(LOG_KEPT));
  }

  /// Which live streams there are: the reverse of [#stream].
  ///
  /// @param names of Kafka topics, others' among them
  /// @return slugs of the taxonomy, `all` and `other`
  public SortedSet<String> streams(Collection<String> names) {
    String start = prefix + "." + STREAM;
    return names.stream()
        .filter(name -> name.startsWith(start))
        .map(name -> name.substring(start.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public Topic<StoryEvent> stories() {
    return topic("stories", json(StoryEvent.class), 1, compacted());
  }

  public Topic<SubscriptionEvent> subscriptions() {
    return topic(
        "subscriptions",
        json(SubscriptionEvent.class),
        subscriberPartitions,
        Map.of(
            "cleanup.policy",
            "compact",
            "min.compaction.lag.ms",
            Long.toString(Duration.ofDays(400).toMillis())));
  }

  public Topic<DigestEvent> digests() {
    return topic("digests", json(DigestEvent.class), subscriberPartitions, keptFor(Horizon.LENGTH));
  }

  /// How far each digest has come on its way, in the partition of its subscriber.
  public Topic<DeliveryEvent> deliveries() {
    return topic(
        "deliveries",
        json(DeliveryEvent.class),
        subscriberPartitions,
        Map.of(
            "cleanup.policy",
            "compact,delete",
            "retention.ms",
            Long.toString(Duration.ofDays(35).toMillis())));
  }

  /// The last tick. Its one partition goes to one of the instances that could run the clock.
  public Topic<ClockEvent> clock() {
    return topic("clock", json(ClockEvent.class), 1, compacted());
  }

  /// The sources that are followed. Whoever owns a partition of it polls the sources in it.
  public Topic<SourceEvent> sources() {
    return topic("sources", json(SourceEvent.class), subscriberPartitions, compacted());
  }

  /// How far each source has been read, in the partition of its source.
  public Topic<SourceStateEvent> sourceState() {
    return topic("source-state", json(SourceStateEvent.class), subscriberPartitions, compacted());
  }

  /// What could not be read or processed: the raw bytes, with reason and stage in the headers.
  public Topic<byte[]> rejects() {
    return topic("rejects", Serdes.ByteArray(), 1, keptFor(LOG_KEPT));
  }

  /// All but the live streams, whose slugs only a taxonomy knows.
  public List<Topic<?>> all() {
    return List.of(
        posts(),
        tagged(),
        stories(),
        subscriptions(),
        digests(),
        deliveries(),
        clock(),
        sources(),
        sourceState(),
        rejects());
  }

  /// The application id of a service, which prefixes its internal topics and transactions too.
  public String application(String service) {
    return prefix + "-" + service;
  }

  private <V> Topic<V> topic(
      String name, Serde<V> values, int partitions, Map<String, String> settings) {
    var all = new TreeMap<>(settings);
    all.put("message.timestamp.type", "LogAppendTime");
    // Twice what a stage lets through, since a record that the broker refuses breaks a transaction.
    all.put("max.message.bytes", Integer.toString(4 << 20));
    return new Topic<>(prefix + "." + name, Serdes.String(), values, partitions, all);
  }

  private static <V> Serde<V> json(Class<V> type) {
    return new JsonSerde<>(type);
  }

  private static Map<String, String> compacted() {
    return Map.of("cleanup.policy", "compact");
  }

  private static Map<String, String> keptFor(Duration time) {
    return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(time.toMillis()));
  }
}
