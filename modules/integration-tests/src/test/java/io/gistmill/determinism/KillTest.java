package io.gistmill.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.launcher.pipeline.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A stage that is killed with `kill -9` in the middle of its work, three times, and the number of
/// partitions: neither changes a byte of what a replay writes.
class KillTest {

  private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
  private static final long SEED = Long.getLong("gistmill.kill.seed", 20_250_303);
  private static final int POSTS = 600;
  private static final int KILLS = 3;

  @TempDir static Path folder;
  private static Path archive;
  private static SortedMap<String, String> undisturbed;

  @BeforeAll
  static void runUndisturbed() throws IOException, InterruptedException {
    archive = folder.resolve("generated.jsonl");
    int different = GeneratedArchive.write(archive, SEED, POSTS, 12);
    undisturbed = Replays.run(List.of(archive), folder.resolve("out"), 2, Replays.IN_PROCESS);
    assertThat(undisturbed.get("posts.jsonl").lines()).hasSize(POSTS);
    assertThat(different).isLessThan(POSTS);
    assertThat(undisturbed).hasSizeGreaterThan(100);
  }

  @Test
  void theNumberOfPartitionsChangesNothing() throws IOException, InterruptedException {
    var one = Replays.run(List.of(archive), folder.resolve("one"), 1, Replays.IN_PROCESS);
    var eight = Replays.run(List.of(archive), folder.resolve("eight"), 8, Replays.IN_PROCESS);

    Folders.assertSame(one, undisturbed);
    Folders.assertSame(eight, undisturbed);
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void killsChangeNothing(Stage stage) throws IOException, InterruptedException {
    var started = new AtomicReference<KilledStage>();

    var files =
        Replays.run(
            List.of(archive),
            folder.resolve(stage.name()),
            2,
            (data, topics) -> {
              started.set(new KilledStage(stage, data, topics, moments(stage)));
              return started.get();
            });

    LOG.info("seed={} stage={} kills after records {}", SEED, stage, started.get().kills());
    assertThat(started.get().kills()).as("kills, seed %d", SEED).hasSize(KILLS);
    Folders.assertSame(files, undisturbed);
  }

  /// One moment in each third of the stage's work, drawn from the seed.
  private static List<Long> moments(Stage stage) {
    // Records that the stage writes at the least: posts and ticks; digests for the mailroom.
    int records = stage == Stage.MAILROOM ? 200 : POSTS;
    var random = new SplittableRandom(SEED + stage.ordinal());
    return IntStream.range(0, KILLS)
        .mapToObj(i -> (long) (records * (i + random.nextDouble()) / KILLS) + 1)
        .toList();
  }
}
