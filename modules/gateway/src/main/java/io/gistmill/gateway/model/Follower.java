package io.gistmill.gateway.model;

import io.gistmill.contracts.Topics;
import io.gistmill.gateway.log.Decoder;
import io.gistmill.gateway.log.Entry;
import io.gistmill.gateway.log.Listener;
import io.gistmill.gateway.log.Positions;
import io.gistmill.gateway.store.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of reading and writing, from where the copy ends.
final class Follower {

  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Decoder decoder;
  private final Writer writer;
  private final WriteBehind written;
  private final Listener listener;
  private final Progress progress;
  private final List<TopicPartition> tagged;
  private final List<TopicPartition> subscriptions;
  private final List<TopicPartition> all;
  private final Map<TopicPartition, Long> told = new HashMap<>();

  Follower(
      KafkaConsumer<byte[], byte[]> consumer,
      Topics topics,
      Decoder decoder,
      Writer writer,
      WriteBehind written,
      Listener listener,
      Progress progress) {
    this.consumer = consumer;
    this.decoder = decoder;
    this.writer = writer;
    this.written = written;
    this.listener = listener;
    this.progress = progress;
    this.tagged = partitions(topics.tagged().name(), topics.tagged().partitions());
    this.subscriptions =
        partitions(topics.subscriptions().name(), topics.subscriptions().partitions());
    this.all =
        Stream.of(
                tagged,
                partitions(topics.stories().name(), topics.stories().partitions()),
                partitions(topics.digests().name(), topics.digests().partitions()),
                subscriptions,
                partitions(topics.deliveries().name(), topics.deliveries().partitions()),
                partitions(topics.rejects().name(), topics.rejects().partitions()))
            .flatMap(List::stream)
            .toList();
  }

  private static List<TopicPartition> partitions(String topic, int count) {
    return IntStream.range(0, count).mapToObj(i -> new TopicPartition(topic, i)).toList();
  }

  void follow(String generation, Duration poll, CountDownLatch closing)
      throws InterruptedException {
    consumer.assign(all);
    all.forEach(this::seek);
    progress.reached(subscriptions.stream().map(this::behind).toList());
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    listener.begin(
        positions(generation, consumer::position),
        positions(generation, partition -> ends.getOrDefault(partition, 0L)));
    long enough = Long.MAX_VALUE;
    while (closing.getCount() > 0) {
      take(consumer.poll(poll));
      written.check();
      if (enough == Long.MAX_VALUE && reached(ends)) {
        enough = written.given();
      }
      report(written.written() >= enough, ends);
    }
  }

  private void seek(TopicPartition partition) {
    Long next = writer.next(partition.topic()).get(partition.partition());
    if (next == null) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, next);
    }
  }

  private Positions positions(String generation, ToLongFunction<TopicPartition> next) {
    return new Positions(generation, tagged.stream().map(next::applyAsLong).toList());
  }

  private void take(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
    List<Entry.Place> next =
        Stream.concat(records.partitions().stream(), subscriptions.stream())
            .distinct()
            .map(this::behind)
            .filter(this::isNews)
            .toList();
    if (next.isEmpty()) {
      return;
    }
    var entries = new ArrayList<Entry>(records.count());
    for (ConsumerRecord<byte[], byte[]> written : records) {
      Entry entry = decoder.decode(written);
      entries.add(entry);
      hear(entry);
    }
    written.put(entries, next);
  }

  private void hear(Entry entry) {
    switch (entry) {
      case Entry.OfTagged tag -> listener.accept(tag);
      case Entry.Unreadable bad ->
          LOG.warn(
              "topic={} partition={} offset={} problem=\"passed over: cannot be decoded\"",
              bad.place().topic(),
              bad.place().partition(),
              bad.place().offset());
      case Entry.OfStories _,
          Entry.OfDigests _,
          Entry.OfSubscriptions _,
          Entry.OfDeliveries _,
          Entry.Forgotten _,
          Entry.Rejected _,
          Entry.Empty _ -> {}
    }
  }

  /// A partition moves by marks of transactions too, and somebody may wait for its end.
  private boolean isNews(Entry.Place next) {
    var partition = new TopicPartition(next.topic(), next.partition());
    Long before = told.put(partition, next.offset());
    return before == null || before != next.offset();
  }

  /// The consumer's position lies behind the marks of transactions too.
  private Entry.Place behind(TopicPartition partition) {
    return new Entry.Place(partition.topic(), partition.partition(), consumer.position(partition));
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void report(boolean ready, Map<TopicPartition, Long> ends) {
    if (ready) {
      progress.ready();
    } else {
      long left =
          ends.entrySet().stream()
              .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
              .sum();
      progress.waiting("reading the log again, " + left + " records to go");
    }
    long unread = all.stream().mapToLong(tp -> consumer.currentLag(tp).orElse(0L)).sum();
    progress.lag(unread + written.given() - written.written());
  }
}
