package io.gistmill.classifier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerCacheTest {

  @Test
  void theOneThatWasNotWantedForLongestGoesFirst() {
    // given
    var cache = new AnswerCache(2, Optional.empty());
    cache.put("a", "1");
    cache.put("b", "2");
    cache.get("a");

    // when
    cache.put("c", "3");

    // then
    assertThat(cache.get("a")).contains("1");
    assertThat(cache.get("b")).isEmpty();
    assertThat(cache.get("c")).contains("3");
  }

  @Test
  void largeAnswersAreBoundedTogether() {
    // given
    var cache = new AnswerCache(1000, Optional.empty());
    String large = "x".repeat(1 << 20);

    // when
    for (int i = 0; i < 40; i++) {
      cache.put("answer " + i, large);
    }

    // then
    assertThat(cache.size()).isEqualTo(16);
    assertThat(cache.get("answer 39")).contains(large);
  }

  @Test
  void whatAKilledProcessLeftGoes(@TempDir Path folder) throws IOException {
    // given
    Path old = Files.writeString(folder.resolve("old.new"), "{");
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2025-03-05T00:00:00Z")));
    Path young = Files.writeString(folder.resolve("young.new"), "{");

    // when
    new AnswerFiles(folder, 10, InstantSource.system());

    // then
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void filesAreBoundedToo(@TempDir Path folder) throws IOException {
    // given
    var files = new AnswerFiles(folder, 10, InstantSource.system());

    // when
    for (int i = 0; i < 50; i++) {
      files.write("answer" + i, "{}");
    }

    // then
    assertThat(folder.toFile().list()).hasSizeBetween(10, 11);
  }
}
