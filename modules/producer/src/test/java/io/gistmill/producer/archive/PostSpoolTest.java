package io.gistmill.producer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostSpoolTest {

  @TempDir Path folder;

  static Post post(long ordinal, Instant published, String text) {
    return new Post(
        "id-" + ordinal,
        new Origin("archive", ordinal),
        "Orla Finch",
        "orlafinch",
        published,
        false,
        null,
        null,
        text,
        List.of(new Quote(null, "reed", null, "q")),
        List.of(),
        List.of());
  }

  private static Instant minute(long minutes) {
    return Instant.parse("2024-03-09T00:00:00Z").plusSeconds(60 * minutes);
  }

  @Test
  void postsComeBackByOrdinalAndInTime() {
    try (PostSpool spool = PostSpool.in(folder)) {
      Post late = post(1, minute(30), "late 潮\nline");
      Post early = post(2, minute(5), "early");
      Post tie = post(5, minute(30), "tie");
      Stream.of(late, early, tie).forEach(spool::append);

      List<Post> inTime = spool.inTime().stream().map(spool::post).toList();

      assertThat(inTime).containsExactly(early, late, tie);
      assertThat(spool.post(2)).contains(early);
      assertThat(spool.post(3)).isEmpty();
      assertThat(spool.post(5)).contains(tie);
      assertThat(spool.post(6)).isEmpty();
      assertThat(spool.size()).isEqualTo(3);
      assertThat(spool.entries())
          .extracting(PostSpool.Entry::id)
          .containsExactly("id-1", "id-2", "id-5");
    }
  }

  @Test
  void readingAndAppendingMayTakeTurns() {
    try (PostSpool spool = PostSpool.in(folder)) {
      Post big = post(1, minute(0), "x".repeat(700_000));
      Post small = post(2, minute(1), "small");
      spool.append(big);
      assertThat(spool.post(1)).contains(big);

      spool.append(small);

      assertThat(spool.post(2)).contains(small);
      assertThat(spool.post(1)).contains(big);
    }
  }

  @Test
  void ordinalsRise() {
    try (PostSpool spool = PostSpool.in(folder)) {
      spool.append(post(2, minute(0), "a"));

      assertThatThrownBy(() -> spool.append(post(2, minute(0), "a")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("order of their ordinals");
    }
  }

  @Test
  void closingDeletesTheFileAndMayBeRepeated() throws IOException {
    PostSpool spool = PostSpool.in(folder);
    spool.append(post(1, minute(0), "a"));
    spool.post(1);

    spool.close();
    spool.close();

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void manyPostsNeedLittleHeap() {
    try (PostSpool spool = PostSpool.in(folder)) {
      long before = live();
      for (int i = 1; i <= 100_000; i++) {
        spool.append(post(i, minute(100_000 - i), "潮汐 tide pool ".repeat(60)));
      }

      long grown = live() - before;

      assertThat(grown).isLessThan(32L * 1024 * 1024);
      assertThat(spool.inTime().getFirst().ordinal()).isEqualTo(100_000);
      assertThat(spool.post(50_000)).isPresent();
    }
  }

  private static long live() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
