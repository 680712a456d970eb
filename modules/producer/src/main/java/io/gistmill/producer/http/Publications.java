package io.gistmill.producer.http;

import io.gistmill.producer.publish.Publication;
import io.javalin.http.HttpStatus;
import java.time.Duration;

/// What a request that holds one event is told.
final class Publications {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private Publications() {}

  /// @throws RefusedRequest for everything but an acknowledgement
  static void require(Publication publication) {
    switch (publication) {
      case Publication.Acknowledged() -> {}
      case Publication.Unavailable(String reason) ->
          throw RefusedRequest.unavailable("Kafka does not answer: " + reason, RETRY_AFTER);
      case Publication.TooLarge(String reason) ->
          throw RefusedRequest.tooLarge("the event is too large: " + reason, "shorten it");
      case Publication.Refused(String reason) ->
          throw new RefusedRequest(
              HttpStatus.INTERNAL_SERVER_ERROR,
              "Kafka refuses it: " + reason,
              "check the rights and the topics of this service on the cluster");
    }
  }
}
