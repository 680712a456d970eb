package io.gistmill.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmphasisTest {

  private static final Emphasis THREE_STRETCHES = new Emphasis(List.of(10, -20, 40));

  @ParameterizedTest
  @CsvSource({
    "0, 8, 1000",
    "0, 16, -500",
    "7, 9, -500",
    "0, 24, 1000",
    "20, 200, 4000",
    "24, 30, 0",
    "1000000, 2000000, 0"
  })
  void aPartIsAsStrongAsItsStretchesAreOnAverage(int start, int end, int thousandths) {
    assertThat(THREE_STRETCHES.between(start, end)).isEqualTo(thousandths);
  }

  @Test
  void nothingIsKnownOfWhatNobodyTold() {
    assertThat(Emphasis.NONE.known()).isFalse();
    assertThat(Emphasis.NONE.between(0, 100)).isZero();
    assertThat(THREE_STRETCHES.known()).isTrue();
  }

  @Test
  void whatIsTooMuchIsRefused() {
    List<Integer> many = Collections.nCopies(Emphasis.MOST + 1, 0);

    assertThatThrownBy(() -> new Emphasis(many))
        .hasMessage("an emphasis has at most 4096 strengths, not 4097");
    assertThatThrownBy(() -> new Emphasis(List.of(0, Integer.MIN_VALUE)))
        .hasMessage("a strength lies between -100 and 100: -2147483648");
  }

  @Test
  void ofAPostTheFirstWhoCanTellIsHeard() {
    var post =
        tagged(
            new Outcome.Failed("slow@1", "no answer"),
            new Outcome.Tagged("terms@1", List.of()),
            new Outcome.Tagged("blank@1", List.of(), Emphasis.NONE),
            new Outcome.Tagged("reader@1", List.of(), THREE_STRETCHES),
            new Outcome.Tagged("other@1", List.of(), new Emphasis(List.of(1))));

    assertThat(post.emphasis()).isEqualTo(THREE_STRETCHES);
    assertThat(tagged().emphasis()).isEqualTo(Emphasis.NONE);
  }

  private static TaggedPost tagged(Outcome... outcomes) {
    Instant noon = Instant.parse("2031-05-04T12:00:00Z");
    var post =
        new Post(
            "p1",
            new Origin("test", 1L),
            "Ola Brenn",
            null,
            noon,
            false,
            null,
            null,
            "The mill grinds rye.",
            List.of(),
            List.of(),
            List.of());
    return new TaggedPost(
        post,
        noon,
        1,
        Language.EN,
        List.of(outcomes),
        List.of(),
        new Fingerprint(List.of(), List.of()));
  }
}
