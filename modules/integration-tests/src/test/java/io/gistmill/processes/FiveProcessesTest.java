package io.gistmill.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.TaggedEvent;
import io.gistmill.launcher.service.Part;
import io.gistmill.testsupport.process.BrokerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Broker, producer, two classifiers and the digest service as processes of their own, some of them
/// killed: nothing is lost, and what they make is what one undisturbed process makes.
@Timeout(300)
class FiveProcessesTest {

  private static final Logger LOG = LoggerFactory.getLogger(FiveProcessesTest.class);
  private static final long SEED = Long.getLong("gistmill.processes.seed", 20_250_303);
  private static final List<Step> STEPS = Step.of(SEED, 5);

  @TempDir static Path folder;
  private static LogImage undisturbed;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    try (var broker = BrokerProcess.start(Files.createDirectory(folder.resolve("undisturbed")))) {
      var installation = new Installation(folder.resolve("undisturbed"), broker.bootstrapServers());
      installation.clock().set(STEPS.getFirst().at());
      try (var all = installation.startDriven("all", Part.PRODUCER, Part.CLASSIFIER, Part.DIGEST)) {
        var run = new LiveRun(installation, new Sender(all.awaitReady()));
        STEPS.forEach(run::play);
        undisturbed = LogImage.upTo(STEPS.getLast().at(), broker.bootstrapServers());
      }
    }
    assertThat(undisturbed.digestsMade()).isGreaterThan(20);
  }

  @Test
  void killsChangeNothing() throws IOException {
    try (var disturbed =
        Disturbed.start(Files.createDirectory(folder.resolve("disturbed")), SEED)) {

      STEPS.forEach(disturbed::play);

      LogImage image = LogImage.upTo(STEPS.getLast().at(), disturbed.bootstrap());
      LOG.info(
          "seed={} posts={} digests={} refused={} {}",
          SEED,
          image.tagged().size(),
          image.digestsMade(),
          disturbed.refused(),
          disturbed.recovered());
      assertThat(idsOf(LogImage.posts(disturbed.bootstrap())))
          .containsExactlyInAnyOrderElementsOf(disturbed.accepted());
      assertThat(disturbed.recovered()).as("disturbances, seed %d", SEED).hasSize(5);
      assertThat(disturbed.refused()).as("requests answered with 503").isPositive();
      image.assertSameAs(undisturbed);
    }
  }

  private static Set<String> idsOf(List<TaggedEvent.Tagged> posts) {
    return posts.stream()
        .map(tagged -> tagged.post().post().id())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
