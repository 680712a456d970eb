package io.gistmill.runtime.streams;

import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.TimeoutException;

/// What the end of a stream thread means.
final class DeadThread {

  private DeadThread() {}

  /// Whether a broker that did not answer in time is at the bottom of it, or one that lost track of
  /// a transaction over its restart, so that a new thread may fare better.
  static boolean isPassing(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException || cause instanceof InvalidTxnStateException) {
        return true;
      }
    }
    return false;
  }

  /// Whether it is the thread that fills global stores, which Kafka Streams cannot replace.
  static boolean isGlobal(Thread thread) {
    return thread.getName().endsWith("GlobalStreamThread");
  }
}
