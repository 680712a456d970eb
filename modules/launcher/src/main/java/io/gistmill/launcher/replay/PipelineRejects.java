package io.gistmill.launcher.replay;

import io.gistmill.contracts.Topic;
import io.gistmill.domain.PostEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// What the pipeline itself could not use, written beside the rejects of the archives.
final class PipelineRejects {

  private final Topic<PostEvent> posts;
  private final RejectsFile file;
  private long count;

  PipelineRejects(Topic<PostEvent> posts, RejectsFile file) {
    this.posts = posts;
    this.file = file;
  }

  void take(ConsumerRecord<String, byte[]> record) throws IOException {
    file.write(
        new RejectLine(
            header(record, "topic"),
            null,
            ordinal(record.value()),
            header(record, "stage") + ": " + header(record, "reason"),
            RejectLine.excerpt(new String(record.value(), StandardCharsets.UTF_8))));
    count++;
  }

  long count() {
    return count;
  }

  private @Nullable Long ordinal(byte[] value) {
    try {
      PostEvent event = posts.values().deserializer().deserialize(posts.name(), value);
      return event instanceof PostEvent.Posted posted ? posted.post().origin().ordinal() : null;
    } catch (SerializationException e) {
      return null;
    }
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null
        ? ""
        : new String(Objects.requireNonNull(header.value()), StandardCharsets.UTF_8);
  }
}
