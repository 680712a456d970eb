package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.digest.render.DigestRenderer.Format;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import io.gistmill.domain.Subscription;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a mail weighs before it is written, beside what it takes when it is; over stories drawn
/// from seeds.
class MailWeightTest {

  private static final List<String> WORDS =
      List.of(
          "河狸", "开源", "模型，", "expert ", "a=b & <c> ", "“x” ", "\"q\" ", "é", "👩\u200D🔬", "it's ");
  private static final List<String> TOPICS =
      List.of("Retrieval augmented generation", "高效推理与本地运行", "Mixture of experts", "多模态与视觉");

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aMailTakesNoMoreThanWasReckonedAndNotMuchLess(long seed) {
    // given
    var random = new Random(seed);
    Map<String, StoryPost> posts = new HashMap<>();
    List<Digest.Item> items = IntStream.range(0, 40).mapToObj(_ -> item(random, posts)).toList();
    Digest digest = digest(items, random);
    Preferences preferences = digest.subscription().preferences();
    MailWeight reckoned = MailWeight.FRAME;
    for (Digest.Item item : items) {
      reckoned =
          reckoned
              .plus(MailWeight.ofStory(told(item, posts), preferences, item.known() != null))
              .plus(MailWeight.MOVED)
              .plus(MailWeight.SEEN);
    }

    // when
    DigestPage page = pages(posts).page(digest).withFooter(SamplePages.FOOTER);
    List<DigestPage.StoryView> shortened =
        page.stories().stream().map(story -> story.withFirst(MailFit.POSTS)).toList();
    String html = new DigestRenderer().render(page.withStories(shortened), Format.HTML);

    // then
    assertThat(MailFit.size(reckoned.bytes(), reckoned.quoted()))
        .isGreaterThanOrEqualTo(MailFit.size(html))
        .isLessThan(MailFit.size(html) * 3 / 2);
  }

  private static Digest.Item item(Random random, Map<String, StoryPost> posts) {
    var refs = new ArrayList<Digest.PostRef>();
    for (int i = 1 + random.nextInt(random.nextInt(8) == 0 ? 10 : 2); i > 0; i--) {
      StoryPost post = post("p" + posts.size(), random);
      posts.put(post.id(), post);
      refs.add(new Digest.PostRef(post.id(), "s", SampleDigest.FROM));
    }
    Digest.Known known = random.nextInt(4) == 0 ? new Digest.Known(SampleDigest.FROM, 12, 3) : null;
    var why = new Digest.Why(Fixed.of(0.512345), Fixed.of(0.25), Fixed.of(-0.123456), 12);
    return new Digest.Item("s", Fixed.of(0.812345), refs, known, SampleDigest.FROM, why);
  }

  private static StoryPost post(String id, Random random) {
    String link = "https://social.example/" + words(random, 8) + "?a=b&c=d";
    return new StoryPost(
        id,
        random.nextBoolean() ? null : random.nextLong(1_000_000),
        SampleDigest.FROM,
        SampleDigest.FROM.minusSeconds(random.nextInt(100_000)),
        random.nextInt(4) == 0,
        1,
        random.nextInt(6) == 0 ? "" : words(random, 4),
        random.nextBoolean() ? null : "handle" + random.nextInt(100),
        random.nextInt(5) == 0 ? null : link,
        random.nextBoolean() ? Language.ZH : Language.EN,
        TOPICS.stream()
            .filter(_ -> random.nextInt(3) == 0)
            .map(topic -> new TopicShare(topic, Fixed.ONE))
            .toList(),
        random.nextInt(8) == 0 ? " " : words(random, 20),
        words(random, 30) + (random.nextBoolean() ? "" : "\n" + words(random, 30)),
        Fixed.ONE,
        null,
        List.of(),
        null,
        random.nextInt(6) == 0 ? "quill@1" : null);
  }

  private static String words(Random random, int most) {
    var words = new StringBuilder();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      words.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return words.toString().strip();
  }

  private static Digest digest(List<Digest.Item> items, Random random) {
    Language language = random.nextBoolean() ? Language.ZH : Language.EN;
    var subscription =
        new Subscription(
            "wei-all",
            "wei",
            Subscription.ALL,
            new Cadence.Daily(LocalTime.MIDNIGHT),
            ZoneId.of("America/Argentina/Buenos_Aires"),
            200,
            null,
            new Preferences(language, 0, false, false),
            List.of());
    return new Digest("d", subscription, SampleDigest.FROM, SampleDigest.CUT, items, 1_234, "");
  }

  private static DigestPages pages(Map<String, StoryPost> posts) {
    return new DigestPages(ref -> Objects.requireNonNull(posts.get(ref.id())), slug -> slug);
  }

  private static List<StoryPost> told(Digest.Item item, Map<String, StoryPost> posts) {
    return item.posts().stream().map(ref -> Objects.requireNonNull(posts.get(ref.id()))).toList();
  }
}
