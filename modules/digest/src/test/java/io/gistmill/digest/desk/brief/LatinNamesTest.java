package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatinNamesTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(20);
  private static final String TEXT = "这 is 一台织机：Loomweft 比 Shuttle-2 快，loomweft 也比 LOOMWEFT 新";

  @Test
  void areWordsWithACapital() {
    // given
    LatinNames names = LatinNames.of(TEXT);

    // when
    int is = TEXT.indexOf("is");
    int loomweft = TEXT.indexOf("Loomweft");

    // then
    assertThat(names.isEmpty()).isFalse();
    assertThat(names.anyIn(is, loomweft)).isFalse();
    assertThat(names.anyIn(loomweft, loomweft + 8)).isTrue();
    assertThat(names.beginAt(loomweft)).isTrue();
    assertThat(names.beginAt(loomweft + 1)).isFalse();
  }

  @Test
  void knowWhichComesFirstAndWhichMostOften() {
    // given
    LatinNames names = LatinNames.of("Shuttle-2 旧，Loomweft 新，LOOMWEFT 快");

    // then
    assertThat(names.firstIn(0, 9)).isTrue();
    assertThat(names.commonestIn(0, 9)).isFalse();
    assertThat(names.firstIn(9, 20)).isFalse();
    assertThat(names.commonestIn(9, 20)).isTrue();
  }

  @Test
  void leaveOutWordsThatBeginASentence() {
    assertThat(LatinNames.of("The loom is new. It weaves.").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"It runs on Loomweft.", "It runs on Loomweft...", "It runs on Loomweft-"})
  void endBeforeAFullStopOrDash(String text) {
    // given
    LatinNames names = LatinNames.of(text);

    // when
    boolean whole = names.anyIn(11, 19);
    boolean part = names.anyIn(11, 18);

    // then
    assertThat(whole).isTrue();
    assertThat(part).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Loom.js", "Loom-2", "Loom++"})
  void goOnBehindAFullStopDashOrPlus(String name) {
    // given
    LatinNames names = LatinNames.of(name + " weaves");

    // when
    boolean whole = names.anyIn(0, name.length());
    boolean part = names.anyIn(0, name.length() - 1);

    // then
    assertThat(whole).isTrue();
    assertThat(part).isFalse();
  }

  @Test
  void areTheSameWithAFullStopAndWithout() {
    // given
    LatinNames names = LatinNames.of("Shuttle is old. So use Loomweft. Loomweft weaves.");

    // when
    boolean first = names.commonestIn(0, 7);
    boolean ended = names.commonestIn(23, 31);

    // then
    assertThat(first).isFalse();
    assertThat(ended).isTrue();
  }

  @Test
  void leaveOutACommonWordThatEndsASentence() {
    assertThat(LatinNames.of("The loom runs on AI.").isEmpty()).isTrue();
  }

  @Test
  void answerAtOnceHoweverManyTheyAre() {
    // given
    int many = 200_000;
    LatinNames names = LatinNames.of("Ab，".repeat(many));

    // when
    long within =
        assertTimeoutPreemptively(
            AT_ONCE,
            () ->
                IntStream.range(0, 3 * many)
                    .filter(at -> names.anyIn(at, at + 2) && names.commonestIn(at, at + 2))
                    .filter(at -> names.firstIn(at, at + 2) && names.beginAt(at))
                    .count());

    // then
    assertThat(within).isEqualTo(many);
  }

  @Test
  void mayBeNone() {
    // given
    LatinNames names = LatinNames.of("织机把日志织成布");

    // then
    assertThat(names.isEmpty()).isTrue();
    assertThat(names.anyIn(0, 8) || names.firstIn(0, 8) || names.commonestIn(0, 8)).isFalse();
  }
}
