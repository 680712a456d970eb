package io.gistmill.launcher.replay;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.producer.publish.Readers;
import io.gistmill.runtime.kafka.CommittedReads;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// Reads the far end of the pipeline while it runs: what became of the posts, and the digests,
/// which it writes as soon as the stories that they name are here.
///
/// [#run] and [#close] belong to one thread; [#digestsWritten] and [#cancel] may be used from any.
final class Collector implements Closeable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Topics topics;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Targets targets;
  private final Observer observer;
  private final Instant lastTick;
  private final List<TopicPartition> rejectPartitions;
  private final StoriesCopy stories = new StoriesCopy();
  private final Queue<DigestEvent> waiting = new ArrayDeque<>();
  private final TickBoard taggedTicks;
  private final TickBoard digestTicks;
  private volatile boolean cancelled;

  /// Where things go.
  record Targets(ReplayedPosts posts, PipelineRejects rejects, DigestFiles files) {}

  /// Who is told how things go.
  record Observer(StageRates rates, DigestProgress progress) {}

  /// @param lastTick nothing is due after it
  Collector(
      String bootstrapServers,
      Topics topics,
      Instant lastTick,
      Targets targets,
      Observer observer) {
    this.topics = topics;
    this.lastTick = lastTick;
    this.targets = targets;
    this.observer = observer;
    this.taggedTicks = new TickBoard(topics.tagged().partitions());
    this.digestTicks = new TickBoard(topics.digests().partitions());
    consumer = new KafkaConsumer<>(settings(bootstrapServers));
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic<?> topic :
        List.of(topics.tagged(), topics.stories(), topics.digests(), topics.rejects())) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        partitions.add(new TopicPartition(topic.name(), partition));
      }
    }
    rejectPartitions = partitions.stream().filter(this::isRejects).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /// Reads until everything up to the last tick has been read and written.
  void run() throws IOException {
    try {
      while (!cancelled && !isComplete()) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          take(record);
        }
        writeWaiting();
        observer.progress().reach(digestTicks.reachedByAll());
      }
    } finally {
      observer.progress().end();
    }
  }

  private boolean isComplete() {
    return digestTicks.haveReached(lastTick)
        && taggedTicks.haveReached(lastTick)
        && stories.holds(lastTick)
        && consumer.endOffsets(rejectPartitions).entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /// The digests that have been written, for the replayer to wait for.
  Readers digestsWritten() {
    return digestTicks;
  }

  /// Lets [#run] return soon, complete or not.
  void cancel() {
    cancelled = true;
  }

  private void take(ConsumerRecord<String, byte[]> record) throws IOException {
    String topic = record.topic();
    if (topic.equals(topics.tagged().name())) {
      takeTagged(read(topics.tagged(), record));
    } else if (topic.equals(topics.stories().name())) {
      takeStory(record);
    } else if (topic.equals(topics.digests().name())) {
      waiting.add(read(topics.digests(), record));
    } else {
      targets.rejects().take(record);
    }
  }

  private void takeTagged(TaggedEvent event) throws IOException {
    targets.posts().take(event);
    if (event instanceof TaggedEvent.Ticked(var tick)) {
      taggedTicks.reach(tick);
    } else {
      observer.rates().count(StageRates.Stage.TAGGED, 1);
    }
  }

  private void takeStory(ConsumerRecord<String, byte[]> record) throws IOException {
    if (record.value() == null) {
      stories.take(record.key(), null);
      return;
    }
    StoryEvent event = read(topics.stories(), record);
    stories.take(record.key(), event);
    targets.posts().take(event);
    if (event instanceof StoryEvent.Revised revised) {
      observer.rates().count(StageRates.Stage.FOLDED, revised.posts().size());
    }
  }

  private void writeWaiting() throws IOException {
    DigestEvent next = waiting.peek();
    while (next != null && written(next)) {
      waiting.remove();
      next = waiting.peek();
    }
  }

  private boolean written(DigestEvent event) throws IOException {
    switch (event) {
      case DigestEvent.Made(var digest) -> {
        if (!stories.holds(digest.cut())) {
          return false;
        }
        targets.files().write(digest, stories::post);
        observer.rates().count(StageRates.Stage.WRITTEN, 1);
      }
      case DigestEvent.Ticked(var tick) -> digestTicks.reach(tick);
    }
    return true;
  }

  private boolean isRejects(TopicPartition partition) {
    return partition.topic().equals(topics.rejects().name());
  }

  private static <V> V read(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
    return topic.values().deserializer().deserialize(topic.name(), record.value());
  }

  private static Properties settings(String bootstrapServers) {
    return CommittedReads.settings(
        KafkaConnection.plain(bootstrapServers),
        Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50));
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
  }
}
