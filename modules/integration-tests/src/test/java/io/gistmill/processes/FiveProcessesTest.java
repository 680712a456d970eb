package io.gistmill.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.TaggedEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Broker, producer, two classifiers and the digest service as processes of their own, which are
/// killed and started again: nothing is lost, and what they make is what one undisturbed process
/// makes.
@Timeout(400)
class FiveProcessesTest {

  private static final Logger LOG = LoggerFactory.getLogger(FiveProcessesTest.class);

  @TempDir Path folder;

  @Test
  void killsChangeNothing() throws IOException {
    Undisturbed undisturbed = Undisturbed.run();
    List<Step> steps = undisturbed.steps();
    try (var disturbed = Disturbed.start(folder, Undisturbed.SEED)) {

      steps.forEach(disturbed::play);

      LogImage image = LogImage.upTo(steps.getLast().at(), disturbed.bootstrap());
      LOG.info(
          "seed={} posts={} digests={} refused={} recovered={}",
          Undisturbed.SEED,
          image.tagged().size(),
          image.digestsMade(),
          disturbed.refused(),
          disturbed.recovered());
      assertThat(disturbed.recovered()).as("disturbances, seed %d", Undisturbed.SEED).hasSize(5);
      assertThat(disturbed.refused()).as("requests answered with 503").isPositive();
      assertThat(idsOf(LogImage.posts(disturbed.bootstrap()))).isEqualTo(disturbed.accepted());
      image.assertSameAs(undisturbed.image());
    }
  }

  private static Set<String> idsOf(List<TaggedEvent.Tagged> posts) {
    return posts.stream().map(tagged -> tagged.post().post().id()).collect(Collectors.toSet());
  }
}
