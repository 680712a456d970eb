package io.gistmill.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.EventKeys;
import io.gistmill.contracts.Json;
import io.gistmill.contracts.Topic;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.testsupport.kafka.TopicReader;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serdes;

/// What the stages made of the log, up to a tick.
///
/// @param tagged every version of every post, as JSON, sorted
/// @param digests the bytes of each partition, in order, as `partition key value`
/// @param stories the last value under each key
record LogImage(List<String> tagged, List<String> digests, SortedMap<String, String> stories) {

  /// Waits until all digests up to this tick stand on the log.
  static LogImage upTo(Instant tick, String bootstrap) {
    awaitDigests(tick, bootstrap);
    var stories = new TreeMap<String, String>();
    raw(bootstrap, Installation.TOPICS.stories())
        .forEach(record -> stories.put(record.key(), String.valueOf(record.value())));
    return new LogImage(
        tagged(bootstrap),
        raw(bootstrap, Installation.TOPICS.digests()).stream()
            .map(record -> record.partition() + " " + record.key() + " " + record.value())
            .toList(),
        stories);
  }

  static void awaitDigests(Instant tick, String bootstrap) {
    var _ =
        new TopicReader<>(bootstrap, Installation.TOPICS.digests())
            .until("the tick " + tick, read -> holdsEverywhere(read, tick));
  }

  /// Waits until a version of each of these posts is tagged.
  static void awaitTagged(Set<String> ids, String bootstrap) {
    var _ =
        new TopicReader<>(bootstrap, Installation.TOPICS.tagged())
            .until(
                ids.size() + " posts",
                read ->
                    read.stream()
                        .map(ConsumerRecord::key)
                        .collect(Collectors.toSet())
                        .containsAll(ids));
  }

  static List<TaggedEvent.Tagged> posts(String bootstrap) {
    return new TopicReader<>(bootstrap, Installation.TOPICS.tagged())
        .all().stream()
            .map(ConsumerRecord::value)
            .filter(TaggedEvent.Tagged.class::isInstance)
            .map(TaggedEvent.Tagged.class::cast)
            .toList();
  }

  private static List<String> tagged(String bootstrap) {
    return posts(bootstrap).stream().map(Json.MAPPER::writeValueAsString).sorted().toList();
  }

  long digestsMade() {
    return digests.stream().filter(line -> !line.split(" ", 3)[1].equals(EventKeys.TICK)).count();
  }

  void assertSameAs(LogImage expected) {
    assertThat(tagged).containsExactlyElementsOf(expected.tagged);
    assertSameDigests(expected);
  }

  void assertSameDigests(LogImage expected) {
    assertThat(stories).containsExactlyEntriesOf(expected.stories);
    assertThat(digests).containsExactlyElementsOf(expected.digests);
  }

  private static boolean holdsEverywhere(
      List<ConsumerRecord<String, DigestEvent>> read, Instant tick) {
    return read.stream()
            .filter(
                record ->
                    record.value() instanceof DigestEvent.Ticked(var ticked)
                        && ticked.tick().instant().equals(tick))
            .count()
        == Installation.PARTITIONS;
  }

  private static List<ConsumerRecord<String, String>> raw(String bootstrap, Topic<?> topic) {
    var texts =
        new Topic<>(
            topic.name(), Serdes.String(), Serdes.String(), topic.partitions(), topic.settings());
    return new TopicReader<>(bootstrap, texts).all();
  }
}
