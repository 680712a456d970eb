package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.domain.TaggedPost;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonSpoolTest {

  @TempDir Path temp;

  @Test
  void readsBackInAnyOrder() throws IOException {
    TaggedPost first = Given.tagged("a", 1, 1, "鹭鸶 heron \uD83E\uDEB6 \"quoted\"\nsecond line");
    TaggedPost second = Given.tagged("b", 2, 1, "x".repeat(100_000));
    try (var spool = new JsonSpool<>(temp, TaggedPost.class)) {
      long one = spool.put(first);
      long two = spool.put(second);

      assertThat(spool.get(two)).isEqualTo(second);
      assertThat(spool.get(one)).isEqualTo(first);
    }
  }

  @Test
  void leavesNoFileBehind() throws IOException {
    var spool = new JsonSpool<>(temp, TaggedPost.class);
    spool.put(Given.tagged("a", 1, 1, "text"));

    spool.close();

    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void positionBeyondTheEndFails() throws IOException {
    try (var spool = new JsonSpool<>(temp, TaggedPost.class)) {
      assertThatThrownBy(() -> spool.get(10))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("10");
    }
  }
}
