package io.gistmill.launcher.service;

import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.operation.ClassifierMeters;
import io.gistmill.classifier.operation.ClassifierRoutes;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.producer.publish.Publication;
import io.gistmill.producer.publish.SwitchPublisher;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.http.Refusal;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.List;

/// Starts what tags posts, and shows how its classifiers fare.
final class ClassifierPart {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private ClassifierPart() {}

  static List<HttpRoutes> start(Platform platform) {
    Taggers taggers = platform.classifiers().taggers();
    platform.add(platform.classifier(taggers));
    ClassifierMeters.bind(taggers.tallies(), platform.meters());
    var publisher =
        new SwitchPublisher(
            platform.kafka(), platform.topics(), PublicEditions.in(platform.config()));
    return List.of(
        new ClassifierRoutes(
            taggers,
            to -> write(publisher, to),
            platform.token(),
            () -> platform.runs(Part.GATEWAY)));
  }

  /// @throws Refusal for everything but an acknowledgement
  private static void write(SwitchPublisher publisher, ClassifierSwitch to) {
    switch (publisher.publish(List.of(to))) {
      case Publication.Acknowledged() -> {}
      case Publication.Unavailable(String reason) ->
          throw Refusal.later(
              HttpStatus.SERVICE_UNAVAILABLE,
              "Kafka does not answer: " + reason,
              "send the same again after the time in Retry-After",
              RETRY_AFTER);
      case Publication.TooLarge(String reason) ->
          throw Refusal.tooLarge(
              "the switch is too large: " + reason, "shorten the classifier's configuration");
      case Publication.Refused(String reason) ->
          throw new Refusal(
              HttpStatus.INTERNAL_SERVER_ERROR,
              "Kafka refuses it: " + reason,
              "check the rights and the topics of this service on the cluster");
    }
  }
}
