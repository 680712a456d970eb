package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gistmill.domain.Emphasis;
import io.gistmill.domain.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What holds for whatever people write, tried on an archive that lies beside the repository.
class RealPostsTest {

  private final Path archive =
      Path.of(System.getProperty("gistmill.root", "."), "..", "shared", "eval", "posts-dev.md");

  @BeforeEach
  void needsTheArchive() {
    assumeTrue(Files.isRegularFile(archive), () -> "no archive at " + archive + ": test skipped");
  }

  @Test
  void everySummaryStandsInItsPostAndKeepsToItsRoom() throws IOException {
    for (Post post : posts()) {
      String summary = Summary.of(post, Headline.of(post), Emphasis.NONE);
      assertThat(Width.of(summary)).isLessThanOrEqualTo(Summary.COLUMNS);
      String words = Markup.plain(post.text());
      assertThat(summary.lines()).allSatisfy(line -> assertThat(words).contains(line));
    }
  }

  @Test
  void everyPostHasAHeadlineInOneLineWithinItsRoom() throws IOException {
    for (Post post : posts()) {
      String headline = Headline.of(post);
      assertThat(headline).isNotBlank().doesNotContain("\n", "https://", "**");
      assertThat(Width.of(headline)).isLessThanOrEqualTo(Headline.COLUMNS);
    }
  }

  private List<Post> posts() throws IOException {
    return Arrays.stream(Files.readString(archive).split("(?m)^### \\d+\\s*$"))
        .filter(block -> !block.isBlank())
        .map(BriefPosts::text)
        .toList();
  }
}
