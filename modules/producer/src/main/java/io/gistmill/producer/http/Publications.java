package io.gistmill.producer.http;

import io.gistmill.producer.publish.Publication;
import io.gistmill.runtime.http.Refusal;
import io.javalin.http.HttpStatus;
import java.time.Duration;

/// What a request that holds one event is told.
final class Publications {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private Publications() {}

  static Refusal unavailable(String error, Duration retryAfter) {
    return Refusal.later(
        HttpStatus.SERVICE_UNAVAILABLE,
        error,
        "send the same again after the time in Retry-After; what was written already is known as"
            + " a duplicate",
        retryAfter);
  }

  /// @throws Refusal for everything but an acknowledgement
  static void require(Publication publication) {
    switch (publication) {
      case Publication.Acknowledged() -> {}
      case Publication.Unavailable(String reason) ->
          throw unavailable("Kafka does not answer: " + reason, RETRY_AFTER);
      case Publication.TooLarge(String reason) ->
          throw Refusal.tooLarge("the event is too large: " + reason, "shorten it");
      case Publication.Refused(String reason) ->
          throw new Refusal(
              HttpStatus.INTERNAL_SERVER_ERROR,
              "Kafka refuses it: " + reason,
              "check the rights and the topics of this service on the cluster");
    }
  }
}
