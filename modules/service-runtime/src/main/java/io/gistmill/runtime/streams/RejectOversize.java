package io.gistmill.runtime.streams;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens when a result cannot be written: one that is too large for any topic is left out,
/// and a note of it goes to the rejects. With anything else the application stops, since going on
/// would lose records in silence; so it does when the change of a store is too large, or a record
/// with one of the [VitalKeys].
///
/// Kafka no longer has the bytes of the record that led to the result. The note has the result's
/// key, no bytes, and in its headers the place where that record stands.
public final class RejectOversize implements ProductionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(RejectOversize.class);

  private static final byte[] NO_BYTES = {};

  private @Nullable Rejects rejects;

  @Override
  public void configure(Map<String, ?> settings) {
    rejects = new Rejects(settings, "oversize");
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception cause) {
    Rejects topic = Objects.requireNonNull(rejects, "not configured");
    if (!(cause instanceof RecordTooLargeException)
        || VitalKeys.contain(record.key())
        || record.topic().endsWith("-changelog")
        || topic.isFor(record)) {
      return Response.fail();
    }
    LOG.warn(
        "oversize record rejected topic={} partition={} offset={} stage={} target={}",
        context.topic(),
        context.partition(),
        context.offset(),
        context.processorNodeId(),
        record.topic());
    return Response.resume(List.of(topic.record(context, record.key(), NO_BYTES, cause)));
  }

  @Override
  @SuppressWarnings("rawtypes") // as Kafka declares it
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord record,
      Exception cause,
      SerializationExceptionOrigin origin) {
    return Response.fail();
  }
}
