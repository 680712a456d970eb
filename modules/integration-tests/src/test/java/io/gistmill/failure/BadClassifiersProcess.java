package io.gistmill.failure;

import io.gistmill.classifier.ActiveClassifier;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.topology.ClassifierTopology;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.runtime.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;

/// The classifier stage with one classifier that does well and three that do not, in a JVM of its
/// own, to be killed.
public final class BadClassifiersProcess {

  static final Topics TOPICS = new Topics("bad", 1, 1);
  static final List<String> BAD = List.of("throws@1", "hangs@1", "nonsense@1");

  private static final Duration SESSION = Duration.ofSeconds(6);
  private static final Duration TRANSACTION = Duration.ofSeconds(10);

  private BadClassifiersProcess() {}

  /// @param arguments address of the broker, folder for state
  public static void main(String[] arguments) throws InterruptedException {
    var tagger = new Tagger(classifiers(), Tagger.THRESHOLD, System::nanoTime);
    var settings =
        new StreamsSettings(
                TOPICS.application("classifier"),
                KafkaConnection.plain(arguments[0]),
                Path.of(arguments[1]),
                TOPICS.rejects().name())
            .withTimeouts(SESSION, TRANSACTION);
    StreamsService service =
        StreamsService.start(
            new ClassifierTopology(TOPICS, Taggers.of(tagger), false).build(), settings);
    if (!service.awaitRunning(Duration.ofSeconds(60))) {
      throw new IllegalStateException("the stage is not running after a minute");
    }
    System.out.println("ready");
    service.stopped().join();
  }

  private static List<ActiveClassifier> classifiers() {
    return List.of(
        active("good@1", posts -> each(posts, tagged("good@1", "mill")), true),
        active(BAD.get(0), BadClassifiersProcess::thrown, false),
        active(BAD.get(1), BadClassifiersProcess::hanging, false),
        active(BAD.get(2), posts -> each(posts, tagged("nonsense@1", "fish")), false));
  }

  private static ActiveClassifier active(String id, Classifier classifier, boolean inPlace) {
    return new ActiveClassifier(
        id, new TreeSet<>(List.of("mill")), classifier, inPlace, false, Duration.ofSeconds(1));
  }

  private static List<Outcome> thrown(List<Post> posts) {
    throw new IllegalStateException("no model for " + posts.size());
  }

  /// For ever, whoever interrupts it.
  private static List<Outcome> hanging(List<Post> posts) {
    var never = new CountDownLatch(1);
    while (never.getCount() > 0) {
      try {
        never.await();
      } catch (InterruptedException e) {
        // That is what makes it hang.
      }
    }
    return each(posts, tagged("hangs@1", "mill"));
  }

  private static List<Outcome> each(List<Post> posts, Outcome outcome) {
    return posts.stream().map(post -> outcome).toList();
  }

  private static Outcome tagged(String id, String topic) {
    return new Outcome.Tagged(id, List.of(new Tag(topic, Fixed.ONE, id, List.of())));
  }
}
