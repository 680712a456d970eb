package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatinNamesTest {

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

  @Test
  void mayBeNone() {
    // given
    LatinNames names = LatinNames.of("织机把日志织成布");

    // then
    assertThat(names.isEmpty()).isTrue();
    assertThat(names.anyIn(0, 8) || names.firstIn(0, 8) || names.commonestIn(0, 8)).isFalse();
  }
}
