package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShinglesTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "水车, 0",
    "水车转, 1",
    "水车转了, 2",
    "millston, 0",
    "millstone, 1",
    "millstones, 2",
    "mill水车, 2",
    "millstone水车, 7",
    "水车millstone, 3",
    "𠮷水车, 1",
    "𠮷🚀𠮷, 0",
    "!水 车 …转?, 1",
  })
  void beginAtEachLetterThatEnoughLettersFollow(String text, int count) {
    assertThat(Shingles.of(text)).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource({
    "MillStone, millstone",
    "ｍｉｌｌｓｔｏｎｅ, millstone",
    "水車轉, 水车转",
    "mill's tone, millstone",
    "水🚀车转, 水车转",
  })
  void doNotTellSpellingsApart(String one, String other) {
    assertThat(Shingles.of(one)).isEqualTo(Shingles.of(other));
  }

  @Test
  void ofAPieceAreThoseOfTheWholeThatLieInIt() {
    String text = "老水车 turns the millstone 又转了一圈𠮷 and the flour 更细";
    long[] whole = Shingles.of(text);

    for (int start = 0; start < text.length(); start++) {
      long[] piece = Shingles.of(text.substring(start));
      assertThat(whole).endsWith(piece);
    }
  }

  @Test
  void unpairedSurrogatesDoNotCount() {
    assertThat(Shingles.of("水\uD800车\uDC00转\uD800")).isEqualTo(Shingles.of("水车转"));
  }
}
