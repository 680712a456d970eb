package io.gistmill.runtime.streams;

import io.gistmill.runtime.state.ImpossibleEventException;
import io.gistmill.runtime.state.RefusedLaterException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens when a processor throws: on a post, the record goes to the rejects and the stream
/// goes on, unless that happens too often; on one of the [VitalKeys], or between records, the
/// application stops with the cause, because going on would silently lose a window. Events that say
/// something impossible are somebody else's mistake and do not count.
public final class RejectUnprocessable implements ProcessingExceptionHandler {

  /// This many rejects within [#WINDOW] are no longer single bad posts but a bug.
  static final int TOO_MANY = 100;

  static final Duration WINDOW = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(RejectUnprocessable.class);

  private final LongSupplier nanoClock;
  private final Deque<Long> recent = new ArrayDeque<>();
  private @Nullable Rejects rejects;

  /// Called by Kafka Streams.
  public RejectUnprocessable() {
    this(System::nanoTime);
  }

  RejectUnprocessable(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  @Override
  public void configure(Map<String, ?> settings) {
    rejects = new Rejects(settings, "unprocessable");
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception cause) {
    if (cause instanceof RefusedLaterException refused) {
      return refusedLater(context, refused);
    }
    if (record == null
        || cause instanceof WorkFailedException
        || VitalKeys.contain(record.key())
        || isOneTooMany(cause)) {
      return Response.fail();
    }
    LOG.warn(
        "record rejected topic={} partition={} offset={} stage={}",
        context.topic(),
        context.partition(),
        context.offset(),
        context.processorNodeId(),
        cause);
    return Response.resume(
        List.of(
            Objects.requireNonNull(rejects, "not configured")
                .record(context, context.sourceRawKey(), context.sourceRawValue(), cause)));
  }

  /// The record at hand, if any, is another one.
  private Response refusedLater(ErrorHandlerContext context, RefusedLaterException refused) {
    if (isOneTooMany(refused.getCause())) {
      return Response.fail();
    }
    LOG.warn("event rejected that had waited stage={}", context.processorNodeId(), refused);
    return Response.resume(
        List.of(
            Objects.requireNonNull(rejects, "not configured")
                .record(context, refused.key(), refused.value(), refused)));
  }

  private boolean isOneTooMany(@Nullable Throwable cause) {
    return !(cause instanceof ImpossibleEventException) && tooMany();
  }

  private synchronized boolean tooMany() {
    long now = nanoClock.getAsLong();
    recent.addLast(now);
    while (now - recent.getFirst() > WINDOW.toNanos()) {
      recent.removeFirst();
    }
    return recent.size() > TOO_MANY;
  }
}
