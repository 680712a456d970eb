package io.gistmill.launcher.service;

import io.gistmill.classifier.Summaries;
import io.gistmill.classifier.SummaryRules;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.operation.ClassifierMeters;
import io.gistmill.classifier.operation.ClassifierRoutes;
import io.gistmill.classifier.plugin.SummariserFile;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.replay.UsageException;
import io.gistmill.producer.publish.Publication;
import io.gistmill.producer.publish.SwitchPublisher;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.http.Refusal;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Starts what tags posts, and shows how its classifiers fare.
final class ClassifierPart {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private ClassifierPart() {}

  static List<HttpRoutes> start(Platform platform) {
    Taggers taggers = platform.classifiers().taggers();
    platform.add(platform.classifier(taggers, summaries(platform.config(), taggers)));
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

  /// @throws UsageException when the file of the summariser cannot be used
  private static @Nullable Summaries summaries(GistmillConfig config, Taggers taggers) {
    try {
      return config.summariser().map(wanted -> summaries(wanted, taggers)).orElse(null);
    } catch (IllegalArgumentException e) {
      taggers.close();
      throw new UsageException("summariser.settings: " + e.getMessage());
    }
  }

  private static Summaries summaries(GistmillConfig.Summariser wanted, Taggers taggers) {
    var factory = SummariserFile.read(wanted.settings(), ClassifierPart.class.getClassLoader());
    var rules = new SummaryRules(wanted.leastLetters(), wanted.withTopics());
    return new Summaries(factory, rules, taggers.tallies(), System::nanoTime);
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
