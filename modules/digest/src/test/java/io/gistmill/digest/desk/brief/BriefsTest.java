package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BriefsTest {

  private static final String OWN = "https://posts.example/nell/1";
  private static final String ABOUT = "https://papers.example/42";

  @Test
  void leadsToThePostItself() {
    assertThat(Briefs.of(BriefPosts.tagged(post(OWN, List.of(ABOUT)), List.of())).link())
        .isEqualTo(OWN);
  }

  @Test
  void leadsToWhatThePostNamesFirstWhereItsOwnAddressIsUnknown() {
    assertThat(Briefs.of(BriefPosts.tagged(post(null, List.of(ABOUT, OWN)), List.of())).link())
        .isEqualTo(ABOUT);
  }

  @Test
  void leadsNowhereWithoutAnAddress() {
    assertThat(Briefs.of(BriefPosts.tagged(post(null, List.of()), List.of())).link()).isNull();
  }

  private static Post post(@Nullable String link, List<String> links) {
    return new Post(
        "p1",
        new Origin("test", 1L),
        "Nell",
        null,
        Instant.parse("2031-05-04T08:00:00Z"),
        false,
        link,
        null,
        "A paper on paper.",
        List.of(),
        List.of(),
        links);
  }
}
