package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Post;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

  private static final String ENGLISH =
      "The village mill has a new wheel. It was carved from a single oak that fell in the storm"
          + " of last autumn, and it turns twice as fast as the one before.";
  private static final String CHINESE = "村里的磨坊换了新水车，用去年秋天暴风雨里倒下的一整棵橡树凿成，转得比旧的快一倍，磨出来的面粉也更细。";

  @Test
  void signaturesNeverChange() {
    assertThat(signature(ENGLISH).subList(0, 3)).isEqualTo(List.of(25618960, 86066287, 163856965));
    assertThat(signature(CHINESE).subList(0, 3)).isEqualTo(List.of(60986930, 125424595, 71550663));
  }

  @Test
  void sameWordsGiveTheSameSignatureHoweverTheyAreSetOut() {
    String other =
        ENGLISH.toUpperCase(Locale.ROOT).replace(". ", "!!!\n\n🚀 ").replace("mill", "ｍｉｌｌ")
            + " https://mill.example @miller";

    assertThat(signature(other)).isEqualTo(signature(ENGLISH));
  }

  @Test
  void smallChangesKeepMostOfTheSignature() {
    assertThat(agreement(ENGLISH, ENGLISH.replace("twice", "thrice"))).isGreaterThan(0.75);
    assertThat(agreement(CHINESE, CHINESE.replace("去年", "前年"))).isGreaterThan(0.75);
  }

  @Test
  void differentTextsHaveLittleInCommon() {
    String english =
        "Our baker wants rye this winter, so the fields behind the church were ploughed a month"
            + " early and sown by hand, the way it was done before the war.";
    String chinese = "面包师今年冬天想要黑麦，所以教堂后面的田提前一个月翻好了，种子全靠人手撒下去，就像从前那样。";

    assertThat(agreement(ENGLISH, english)).isLessThan(0.1);
    assertThat(agreement(CHINESE, chinese)).isLessThan(0.1);
    assertThat(agreement(CHINESE, ENGLISH)).isLessThan(0.1);
  }

  @Test
  void theEstimateIsClose() {
    var first = new long[2_000];
    var second = new long[2_000];
    for (int i = 0; i < first.length; i++) {
      first[i] = MinHash.mix(i);
      second[i] = MinHash.mix(i + 1_000);
    }

    double agreement = agreement(MinHash.signature(first), MinHash.signature(second));

    assertThat(agreement).isBetween(1 / 3.0 - 0.19, 1 / 3.0 + 0.19);
  }

  @Test
  void shortTextsHaveNoSignature() {
    assertThat(signature("")).isEmpty();
    assertThat(signature("新水车转起来了")).isEmpty();
    assertThat(signature("What a wheel!")).isEmpty();
    assertThat(signature("哈".repeat(500))).isEmpty();
  }

  @Test
  void whatIsQuotedStaysOutOfAPostThatSaysSomething() {
    assertThat(fingerprint(TestPosts.quoting(CHINESE, ENGLISH)).minHash())
        .isEqualTo(signature(CHINESE));
  }

  @Test
  void whoAddsNextToNothingPassesOnWhatHeQuotes() {
    assertThat(fingerprint(TestPosts.quoting("Worth a read 👍", ENGLISH)).minHash())
        .isEqualTo(signature(ENGLISH));
    assertThat(fingerprint(TestPosts.quoting("", "What a wheel!")).minHash()).isEmpty();
  }

  @Test
  void hugeTextsAreCutAndBrokenOnesAreHarmless() {
    String start = ENGLISH.repeat(200);

    assertThat(signature(start + CHINESE.repeat(20_000))).isEqualTo(signature(start + CHINESE));
    assertThat(signature("\uDC00\uD800".repeat(100_000))).isEmpty();
  }

  private static Fingerprint fingerprint(Post post) {
    return Fingerprints.of(post, Prose.of(post));
  }

  private static List<Integer> signature(String text) {
    return fingerprint(TestPosts.post("p", text)).minHash();
  }

  private static double agreement(String first, String second) {
    return agreement(signature(first), signature(second));
  }

  private static double agreement(List<Integer> first, List<Integer> second) {
    assertThat(first).hasSize(MinHash.LENGTH);
    int same = 0;
    for (int i = 0; i < MinHash.LENGTH; i++) {
      same += first.get(i).equals(second.get(i)) ? 1 : 0;
    }
    return same / (double) MinHash.LENGTH;
  }
}
