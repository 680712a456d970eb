package io.gistmill.producer.publish;

import io.gistmill.contracts.Topics;
import io.gistmill.domain.ClockEvent;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// The ticks on the log, for the one clock that writes them.
final class TickLog implements AutoCloseable {

  private static final String KEY = "tick";

  /// Under it, each clock that takes over leaves a tombstone.
  private static final String TURN = "turn";

  private final Topics topics;
  private final TransactionalWriter writer;
  private final @Nullable Tick last;

  private TickLog(Topics topics, TransactionalWriter writer, @Nullable Tick last) {
    this.topics = topics;
    this.writer = writer;
    this.last = last;
  }

  /// Fences the predecessor first, so that what is read is the last that it wrote.
  static TickLog open(KafkaConnection connection, Topics topics) {
    var writer = TransactionalWriter.open(connection, topics.application("clock"));
    try {
      long mark = writer.mark(new TopicPartition(topics.clock().name(), 0), TURN);
      var last = LatestValue.before(mark, connection, topics.clock(), 0, KEY).map(TickLog::tick);
      return new TickLog(topics, writer, last.orElse(null));
    } catch (RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /// For one that does not write: right after a broker's restart it may miss the last ones.
  static Optional<Tick> last(KafkaConnection connection, Topics topics) {
    return LatestValue.of(connection, topics.clock(), 0, KEY).map(TickLog::tick);
  }

  /// The last tick when this was opened; null when there was none.
  @Nullable Tick last() {
    return last;
  }

  /// Each tick into every partition of posts and subscriptions, and into the clock's own topic.
  void write(List<Tick> ticks) {
    writer.write(ticks.stream().flatMap(this::everywhere).toList());
  }

  private Stream<ProducerRecord<String, byte[]>> everywhere(Tick tick) {
    return Stream.of(
            TransactionalWriter.toAll(topics.posts(), KEY, new PostEvent.Ticked(tick)),
            TransactionalWriter.toAll(
                topics.subscriptions(), KEY, new SubscriptionEvent.Ticked(tick)),
            TransactionalWriter.toAll(topics.clock(), KEY, new ClockEvent.Ticked(tick)))
        .flatMap(records -> records);
  }

  private static Tick tick(ClockEvent event) {
    return switch (event) {
      case ClockEvent.Ticked(var tick) -> tick;
    };
  }

  @Override
  public void close() {
    writer.close();
  }
}
