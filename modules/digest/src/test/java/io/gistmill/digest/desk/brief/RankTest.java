package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Post;
import io.gistmill.domain.StoryPost.TopicShare;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankTest {

  private static final String WORDS =
      IntStream.range(10, 20)
          .mapToObj(
              line -> "The weaver reads line " + line + " after the other from the old tape. ")
          .collect(Collectors.joining());

  @Test
  void newsOfAModelStandsAboveARemarkOnTheWeather() {
    // given
    Post news = BriefPosts.text("OpenAI releases a new model today. " + WORDS);
    Post remark = BriefPosts.text("So much rain here, lol");

    // when
    Fixed high = Rank.of(BriefPosts.tagged(news, List.of("llm-models", "industry")));
    Fixed low = Rank.of(BriefPosts.tagged(remark, List.of()));

    // then
    assertThat(high).isGreaterThan(Fixed.of(0.4));
    assertThat(low).isLessThan(Fixed.of(0.2));
  }

  @Test
  void moreSubstanceCountsMore() {
    assertThat(rank(WORDS)).isGreaterThan(rank(WORDS.substring(0, 60)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"。", "！", ". ", "\n"})
  void whatIsSaidAgainCountsOnce(String end) {
    String sentence = "Heronfold makes every agent ten times as quick, try it" + end;

    assertThat(rank(sentence.repeat(40))).isEqualTo(rank(sentence));
  }

  @Test
  void hashtagsAreNoSubstance() {
    String tags = IntStream.range(0, 100).mapToObj(i -> " #tag" + i).collect(Collectors.joining());

    assertThat(rank(WORDS + tags)).isEqualTo(rank(WORDS));
  }

  @Test
  void wordsBehindAMarkThatIsNoHashtagCount() {
    String words = "用C#写了一台织机，性能比原来还好，源码已经全部开源，文档也写好了";

    assertThat(Substance.columns(words)).isGreaterThan(50);
  }

  @Test
  void topicsCountByConfidence() {
    // given
    RankWeights weights = RankWeights.shipped();

    // when
    long half = weights.of(List.of(new TopicShare("llm-models", Fixed.of(0.5))));

    // then
    long whole = weights.of(List.of(new TopicShare("llm-models", Fixed.ONE)));
    assertThat(whole).isPositive();
    assertThat(half).isEqualTo(whole / 2);
  }

  @Test
  void aTopicOfAUsersOwnAddsNothingAndStillIsOne() {
    // given
    RankWeights weights = RankWeights.shipped();

    // when
    long own = weights.of(List.of(new TopicShare("bees", Fixed.ONE)));

    // then
    assertThat(own).isZero();
    assertThat(weights.of(List.of())).isNegative();
  }

  @Test
  void sitesAreToldApart() {
    assertThat(linksToAPaper("https://arxiv.org/abs/3105.00417")).isTrue();
    assertThat(linksToAPaper("https://notarxiv.org/abs/3105.00417")).isFalse();
  }

  @Test
  void aReadersNoteAdds() {
    // given
    Post bare = BriefPosts.text(WORDS);
    Post noted = BriefPosts.post(null, WORDS, List.of(), List.of("noted"), List.of());

    // when
    Fixed gain =
        new Fixed(
            Rank.of(BriefPosts.tagged(noted, List.of("rag"))).micros()
                - Rank.of(BriefPosts.tagged(bare, List.of("rag"))).micros());

    // then
    assertThat(gain).isEqualTo(new Fixed(Rank.NOTED));
  }

  @Test
  void otherTopicsGiveTheRankThatAPostWithThemHas() {
    // given
    Post post = BriefPosts.text(WORDS);
    var before = Briefs.of(BriefPosts.tagged(post, List.of("tools", "rag")));
    var after = BriefPosts.tagged(post, List.of("llm-models"));

    // when
    Fixed corrected = Rank.corrected(before, Briefs.shares(after.topics()));

    // then
    assertThat(corrected).isEqualTo(Rank.of(after));
  }

  @Test
  void staysWithinItsBounds() {
    assertThat(rank("lol ".repeat(40) + "giveaway?")).isBetween(Fixed.ZERO, Fixed.ONE);
    assertThat(rank("")).isBetween(Fixed.ZERO, Fixed.ONE);
  }

  private static boolean linksToAPaper(String link) {
    Post post = BriefPosts.post(null, WORDS, List.of(), List.of(), List.of(link));
    return PostFeature.PAPER_LINK.of(PostFeature.View.of(post)) > 0;
  }

  private static Fixed rank(String text) {
    return Rank.of(BriefPosts.tagged(BriefPosts.text(text), List.of()));
  }
}
