package io.gistmill.producer.publish;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.PostEvent;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Asks for posts to be tagged again. One at a time on a cluster: a second one ends the first.
///
/// For one thread.
public final class RetagPublisher implements AutoCloseable {

  private final Topic<PostEvent> posts;
  private final TransactionalWriter writer;

  private RetagPublisher(Topic<PostEvent> posts, TransactionalWriter writer) {
    this.posts = posts;
    this.writer = writer;
  }

  /// @throws org.apache.kafka.common.KafkaException when the cluster does not answer
  public static RetagPublisher open(KafkaConnection connection, Topics topics) {
    return new RetagPublisher(
        topics.posts(), TransactionalWriter.open(connection, topics.application("retag")));
  }

  /// Writes all or none of them, each into the partition of its post.
  ///
  /// @throws org.apache.kafka.common.KafkaException when it is not known whether they stand on the
  ///   log, or another one has taken over
  public void publish(List<PostEvent.Retagged> events) {
    writer.write(events.stream().map(this::record).toList());
  }

  private ProducerRecord<String, byte[]> record(PostEvent event) {
    byte[] bytes = posts.values().serializer().serialize(posts.name(), event);
    return new ProducerRecord<>(posts.name(), PostEventKeys.of(event), bytes);
  }

  @Override
  public void close() {
    writer.close();
  }
}
