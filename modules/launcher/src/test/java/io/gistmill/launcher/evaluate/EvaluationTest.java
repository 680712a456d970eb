package io.gistmill.launcher.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Fixed;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final List<Judged> POSTS =
      List.of(
          Given.post("1", List.of("a", "b"), Set.of("a"), Set.of("a", "b")),
          Given.post("2", List.of("b"), Set.of("c"), Set.of("c")),
          Given.post("3", List.of(), Set.of("c"), Set.of()));

  private static final Evaluation EVALUATION = Evaluation.of("a test", POSTS);

  @Test
  void figuresAreMeansOverReaders() {
    assertThat(EVALUATION.readers()).isEqualTo(2);
    assertThat(EVALUATION.summary().f1()).isEqualTo(Fixed.of((2.0 / 6 + 4.0 / 6) / 2));
    assertThat(topic("b").right()).isEqualTo(Fixed.of(0.5));
    assertThat(topic("b").wrong()).isEqualTo(Fixed.of(1.5));
    assertThat(topic("c").missed()).isEqualTo(Fixed.of(1.5));
  }

  @Test
  void readersAreComparedWithOneAnother() {
    Summary agreement = Objects.requireNonNull(EVALUATION.agreement());

    assertThat(agreement.f1()).isEqualTo(Fixed.of(4.0 / 6));
    assertThat(agreement.precision()).isEqualTo(agreement.recall());
    assertThat(agreement.exact()).isEqualTo(Fixed.of(1.0 / 3));
  }

  @Test
  void oneReaderAgreesWithNobody() {
    List<Judged> posts = List.of(Given.post("1", List.of("a"), Set.of("a")));

    assertThat(Evaluation.of("a test", posts).agreement()).isNull();
  }

  @Test
  void topicsThatAreTakenForOthersArePaired() {
    assertThat(EVALUATION.confusions()).containsExactly(new Confusion("b", "c", Fixed.ONE));
  }

  @Test
  void mistakesAreThoseOnWhichAllReadersAgree() {
    assertThat(EVALUATION.wrong())
        .containsExactly(
            new Mistake("2", "b", Fixed.of(0.9), "text of 2", List.of("word of b"), List.of("c")));
    assertThat(EVALUATION.missed())
        .containsExactly(
            new Mistake("2", "c", null, "text of 2", List.of("word of b"), List.of("b")));
  }

  @Test
  void whatReadersDifferOnCameTrueByHalf() {
    assertThat(topic("b").reliability().bins())
        .containsExactly(
            new Reliability.Bin(Fixed.of(0.8), Fixed.of(0.5), 1),
            new Reliability.Bin(Fixed.of(0.9), Fixed.ZERO, 1));
  }

  @Test
  void nothingWritesToTheTerminalButLetters() {
    List<Judged> posts = List.of(Given.post("\u001b[31m1", List.of("a\nb"), Set.of("\u0007c")));

    String text = EvaluationText.of(Evaluation.of("a test", posts));

    assertThat(text.replace("\n", "")).doesNotContainPattern("\\p{Cntrl}");
  }

  private static TopicScore topic(String slug) {
    return EVALUATION.topics().stream()
        .filter(topic -> topic.topic().equals(slug))
        .findFirst()
        .orElseThrow();
  }
}
