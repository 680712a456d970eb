package io.gistmill.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.benchmarks.posts.GeneratedArchive;
import io.gistmill.benchmarks.posts.PostGenerator;
import io.gistmill.domain.Post;
import io.gistmill.launcher.replay.ReplaySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GeneratedPostsTest {

  private static final long SEED = 20250301;

  @TempDir private Path folder;

  @Test
  void sameSeedGivesTheSameBytes() throws Exception {
    // given
    Path first = folder.resolve("first.jsonl");
    Path second = folder.resolve("second.jsonl");
    Path other = folder.resolve("other.jsonl");
    GeneratedArchive.write(first, SEED, 200);
    GeneratedArchive.write(other, SEED + 1, 200);

    // when
    GeneratedArchive.write(second, SEED, 200);

    // then
    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(Files.mismatch(other, first)).isNotNegative();
  }

  @Test
  void postsAreAsVariedAsThoseOfPeople() {
    // given
    var generator = new PostGenerator(SEED, 2_000);

    // when
    List<Post> posts = new ArrayList<>();
    generator.forEachRemaining(posts::add);

    // then
    assertThat(posts).hasSize(2_000);
    assertThat(posts.stream().map(Post::handle).distinct()).hasSizeGreaterThan(200);
    assertThat(posts.stream().map(Post::id).distinct()).hasSizeBetween(1_900, 1_980);
    assertThat(posts.stream().filter(post -> post.text().matches("(?s)[^一-鿿]*")))
        .hasSizeBetween(700, 1_300);
    assertThat(posts.stream().mapToInt(post -> post.text().length()).average().orElseThrow())
        .isBetween(450.0, 650.0);
    assertThat(Duration.between(posts.getFirst().published(), posts.getLast().published()))
        .isBetween(Duration.ofDays(59), PostGenerator.SPAN);
  }

  @Test
  void replayAccountsForEveryPost() throws Exception {
    // given
    Path archive = folder.resolve("posts.jsonl");
    GeneratedArchive.write(archive, SEED, 300);
    var settings =
        new ReplaySettings(
            List.of(archive),
            folder.resolve("out"),
            ReplaySettings.DEFAULT_ZONE,
            1,
            ReplaySettings.DEFAULT_DAILY_ITEMS,
            ReplaySettings.DEFAULT_WEEKLY_ITEMS);

    // when
    ReplayRun.Result result = ReplayRun.run(settings);

    // then
    assertThat(result.report().in()).isEqualTo(300);
    assertThat(result.report().accountsForEveryPost()).isTrue();
    assertThat(result.report().isClean()).isTrue();
    assertThat(result.report().duplicates()).isPositive();
    assertThat(result.report().edits()).isPositive();
    assertThat(Files.readAllLines(folder.resolve("out/posts.jsonl"))).hasSize(300);
  }
}
