package io.gistmill.classifier.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Emphasis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmphasisOfTextsTest {

  private static final BgeEmbedder EMBEDDER = new BgeEmbedder();

  @AfterAll
  static void close() {
    EMBEDDER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'早上好呀，大家吃了没有？', '织机 3.0 今天开源了，单核每秒能处理 2.5 GB 日志，内存只要原来的一半。'",
    "'Good morning everybody, how are you?', 'Loomweft 3.0 is open source as of today and reads"
        + " 2.5 GB of logs a second with half the memory.'"
  })
  void newsSaysMoreThanAGreeting(String greeting, String news) {
    String text = greeting + "\n" + news;

    Emphasis emphasis = EMBEDDER.emphasis(text);

    assertThat(emphasis.between(greeting.length() + 1, text.length()))
        .isGreaterThan(emphasis.between(0, greeting.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\uD83E", "\u200B\n"})
  void ofATextWithoutAWordNothingIsKnown(String text) {
    assertThat(EMBEDDER.emphasis(text).known()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"长", "word ", "word\uD83E\uDD16 ", "مرحبا ", "!?"})
  void ofAHugeTextTheBeginningIsTold(String part) {
    String text = part.repeat(300_000 / part.length());

    Emphasis emphasis = EMBEDDER.emphasis(text);

    assertThat(emphasis.strengths().size()).isBetween(127, 8 * 1_022 / Emphasis.STRETCH);
  }

  @Test
  void eachStretchUntilTheLastTokenBeginsHasAVector() {
    String text = "长".repeat(1_000) + "ly".repeat(20);

    assertThat(EMBEDDER.stretches(text)).hasDimensions(126, BgeEmbedder.DIMS);
  }
}
