package io.gistmill.producer.publish;

import java.util.stream.Stream;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.UnknownProducerIdException;

/// Tells what passes by itself from what a person has to mend.
final class KafkaFailures {

  private KafkaFailures() {}

  /// Another producer has taken over the transactional id.
  static boolean isFenced(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof ProducerFencedException
                    || cause instanceof InvalidProducerEpochException);
  }

  /// The cluster, or a part of it, does not answer at this time, or lost track of a writer: with a
  /// new client the same can be done later.
  static boolean isPassing(Throwable failure) {
    return isFenced(failure)
        || causes(failure)
            .anyMatch(
                cause ->
                    cause instanceof RetriableException
                        || cause instanceof TransactionAbortableException
                        || cause instanceof ApplicationRecoverableException
                        || cause instanceof OutOfOrderSequenceException
                        || cause instanceof InvalidTxnStateException
                        || cause instanceof UnknownProducerIdException);
  }

  static Publication publication(Throwable failure) {
    String reason = reason(failure);
    if (causes(failure).anyMatch(RecordTooLargeException.class::isInstance)) {
      return new Publication.TooLarge(reason);
    }
    return isPassing(failure)
        ? new Publication.Unavailable(reason)
        : new Publication.Refused(reason);
  }

  private static String reason(Throwable failure) {
    Throwable root = causes(failure).reduce(failure, (outer, inner) -> inner);
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(16);
  }
}
