package io.gistmill.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/// Waits for answers of a cluster, all of them together within one time limit.
final class AdminCalls {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final long deadline = System.nanoTime() + LIMIT.toNanos();

  /// @param what the cluster was asked to do, for the message of a failure
  <R> R get(String what, KafkaFuture<R> answer) {
    try {
      return await(what, answer);
    } catch (ExecutionException e) {
      throw refused(what, e);
    }
  }

  /// Empty when the cluster gave the expected kind of refusal.
  <R> Optional<R> unless(Class<? extends Exception> expected, String what, KafkaFuture<R> answer) {
    try {
      return Optional.of(await(what, answer));
    } catch (ExecutionException e) {
      if (expected.isInstance(e.getCause())) {
        return Optional.empty();
      }
      throw refused(what, e);
    }
  }

  void until(String what, BooleanSupplier done) {
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw noAnswer(what, new TimeoutException());
      }
      pause(what);
    }
  }

  private <R> R await(String what, KafkaFuture<R> answer) throws ExecutionException {
    try {
      return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw noAnswer(what, e);
    } catch (InterruptedException e) {
      throw interrupted(what, e);
    }
  }

  private static void pause(String what) {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(what, e);
    }
  }

  private static TopicException refused(String what, ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
      return noAnswer(what, cause);
    }
    if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
      return failed(
          "the cluster did not let it "
              + what
              + ": "
              + cause.getMessage()
              + "; check kafka.properties, and the rights of the user in it",
          cause);
    }
    return failed("the cluster did not " + what + ": " + cause.getMessage(), cause);
  }

  private static TopicException noAnswer(String what, Throwable e) {
    return failed(
        "the cluster did not " + what + " in time; check its address and that its brokers run", e);
  }

  private static TopicException interrupted(String what, InterruptedException e) {
    Thread.currentThread().interrupt();
    return failed("interrupted while waiting for the cluster to " + what, e);
  }

  private static TopicException failed(String problem, Throwable cause) {
    return new TopicException(List.of(problem), cause);
  }
}
