package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Post;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankTest {

  private static final String WORDS =
      "The weaver reads one line after the other from the old tape. ".repeat(40);

  @Test
  void anEmptyPostHasNoRank() {
    assertThat(rank(BriefPosts.text(""))).isEqualTo(Fixed.ZERO);
  }

  @Test
  void substanceSaturates() {
    // given
    Post some = BriefPosts.text("w".repeat(600));
    Post more = BriefPosts.text("w".repeat(60_000));

    // when
    List<Fixed> ranks = List.of(rank(some), rank(more));

    // then
    assertThat(ranks.getFirst()).isEqualTo(Fixed.of(0.15));
    assertThat(ranks.getLast()).isBetween(Fixed.of(0.29), Fixed.of(0.3));
  }

  @Test
  void topicsCountByConfidenceUpToThree() {
    // given
    Post post = BriefPosts.text("");

    // when
    Fixed rank = Rank.of(BriefPosts.tagged(post, 0.9, 0.8, 0.5, 0.5));

    // then
    assertThat(rank).isEqualTo(Fixed.of(0.22));
  }

  @Test
  void newsCounts() {
    assertThat(gain("We announce and release it.", "We discuss and consider it."))
        .isEqualTo("0.18");
    assertThat(gain("正式发布了它", "认真讨论了它")).isEqualTo("0.18");
  }

  @Test
  void chatterAndSalesTakeAway() {
    assertThat(gain(WORDS + " lol", WORDS + " ok.")).isEqualTo("-0.06");
    assertThat(gain(WORDS + "限时优惠", WORDS + "现时有会")).isEqualTo("-0.2");
  }

  @Test
  void pointersCount() {
    assertThat(linked("https://www.shop.example/x")).isEqualTo("0.04");
    assertThat(linked("https://arxiv.org/abs/3105.00417")).isEqualTo("0.16");
    assertThat(linked("https://notarxiv.org/abs/3105.00417")).isEqualTo("0.04");
  }

  @Test
  void quotesAndNotesCount() {
    // given
    Post bare = BriefPosts.text(WORDS);
    Post rich = BriefPosts.post(null, WORDS, List.of("quoted"), List.of("noted"), List.of());

    // when
    String gain = difference(rank(rich), rank(bare));

    // then
    assertThat(gain).isEqualTo("0.11");
  }

  @Test
  void neverFallsBelowNothing() {
    assertThat(rank(BriefPosts.text("lol lol lol giveaway"))).isEqualTo(Fixed.ZERO);
  }

  private static String linked(String link) {
    Post with = BriefPosts.post(null, WORDS, List.of(), List.of(), List.of(link));
    return difference(rank(with), rank(BriefPosts.text(WORDS)));
  }

  private static String gain(String text, String other) {
    return difference(rank(BriefPosts.text(text)), rank(BriefPosts.text(other)));
  }

  private static String difference(Fixed one, Fixed other) {
    return new Fixed(one.micros() - other.micros()).toString();
  }

  private static Fixed rank(Post post) {
    return Rank.of(BriefPosts.tagged(post));
  }
}
