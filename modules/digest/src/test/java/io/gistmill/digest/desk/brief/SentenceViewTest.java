package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Emphasis;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceViewTest {

  private static final String TEXT =
      "The loom weaves logs into cloth. Nobody knew. Its cloth holds all logs that the loom"
          + " weaves.";

  @Test
  void countsTheSentencesThatShareMoreWithOthers() {
    // when
    List<Integer> behind =
        SentenceView.of(Sentences.of(TEXT), "", Emphasis.NONE).stream()
            .map(SentenceView::behind)
            .toList();

    // then
    assertThat(behind).containsExactly(333, 666, 0);
  }

  @Test
  void tellsHowMuchOfASentenceTheHeadlineSays() {
    // when
    List<Integer> said =
        SentenceView.of(Sentences.of(TEXT), "The loom weaves logs", Emphasis.NONE).stream()
            .map(SentenceView::ofHeadline)
            .toList();

    // then
    assertThat(said.get(0)).isBetween(500, 999);
    assertThat(said.get(1)).isZero();
  }
}
