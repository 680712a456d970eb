package io.gistmill.runtime.streams;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A record that cannot be read goes to the rejects, and the stream goes on; unless it has one of
/// the [VitalKeys].
public final class RejectUndecodable implements DeserializationExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(RejectUndecodable.class);

  private @Nullable Rejects rejects;

  @Override
  public void configure(Map<String, ?> settings) {
    rejects = new Rejects(settings, "undecodable");
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception cause) {
    if (VitalKeys.contain(record.key())) {
      LOG.error(
          "a record that cannot be left out cannot be read topic={} partition={} offset={} key={}",
          record.topic(),
          record.partition(),
          record.offset(),
          new String(record.key(), StandardCharsets.UTF_8));
      return Response.fail();
    }
    LOG.warn(
        "undecodable record rejected topic={} partition={} offset={}",
        record.topic(),
        record.partition(),
        record.offset());
    return Response.resume(
        List.of(
            Objects.requireNonNull(rejects, "not configured")
                .record(context, record.key(), record.value(), cause)));
  }
}
