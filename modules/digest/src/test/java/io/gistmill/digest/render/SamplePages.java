package io.gistmill.digest.render;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Pages of our own sample posts, with every part that a page can have.
final class SamplePages {

  static final Footer FOOTER =
      new Footer(
          "https://gistmill.example/digests/wei-all.20231214T1600Z",
          "https://gistmill.example/me?token=x7Qk2",
          "https://gistmill.example/unsubscribe?token=x7Qk2");

  private static final LocalDate BEFORE = LocalDate.parse("2023-12-12");

  private SamplePages() {}

  /// By name, in the order in which one would look at them.
  static Map<String, DigestPage> all() {
    var pages = new LinkedHashMap<String, DigestPage>();
    pages.put("daily-en", daily(Language.EN));
    pages.put("daily-zh", daily(Language.ZH));
    pages.put("weekly-en", weekly(Language.EN));
    pages.put("weekly-zh", weekly(Language.ZH));
    pages.put("quiet-en", quiet(Language.EN));
    pages.put("quiet-zh", quiet(Language.ZH));
    return pages;
  }

  static DigestPage daily(Language language) {
    return sample(language).page("all", 3).withFooter(FOOTER);
  }

  static DigestPage quiet(Language language) {
    return new SampleDigest().readIn(language).page("all", 0).withFooter(FOOTER);
  }

  /// Ten thousand posts in one window: a thousand stories, each told by ten.
  static DigestPage flood(Language language) {
    var sample = new SampleDigest().readIn(language);
    String words = "一条很长的消息，说了很多事情，还附上了许多数字。".repeat(10);
    IntStream.range(0, 1_000).forEach(story -> sample.story("s" + story, "0.5", ten(story, words)));
    return sample.page("all", 0).withFooter(FOOTER);
  }

  private static SampleDigest.Draft[] ten(int story, String words) {
    return IntStream.range(0, 10)
        .mapToObj(
            i ->
                SampleDigest.post("p" + story + "-" + i, Language.ZH)
                    .author("作者" + i, "author" + i)
                    .link("https://social.example/author" + i + "/status/" + story)
                    .headline(words)
                    .summary(words)
                    .topics("rag", "moe"))
        .toArray(SampleDigest.Draft[]::new);
  }

  /// With an update that a machine wrote, repeats, the week in review and corrections.
  static DigestPage weekly(Language language) {
    return weekly(language, week());
  }

  /// With no week before it to compare with.
  static DigestPage firstWeek(Language language) {
    return weekly(language, new WeekView(25, List.of(), List.of(), List.of(), List.of()));
  }

  private static DigestPage weekly(Language language, WeekView week) {
    SampleDigest sample = sample(language);
    Cadence cadence = new Cadence.Weekly(DayOfWeek.FRIDAY, LocalTime.of(8, 0));
    DigestPage page = sample.pages().page(sample.digest("all", cadence, 12));
    List<DigestPage.StoryView> stories = new ArrayList<>(page.stories());
    stories.set(1, updated(stories.get(1)));
    DigestPage.StoryView repeat = stories.removeLast();
    return new DigestPage(
        page.id(),
        page.route(),
        page.cadence(),
        page.zone(),
        page.from(),
        page.cut(),
        page.locale(),
        page.subject(),
        page.heading(),
        page.day(),
        page.period(),
        stories,
        page.more(),
        List.of(repeat),
        week,
        corrections(),
        FOOTER);
  }

  private static DigestPage.StoryView updated(DigestPage.StoryView story) {
    return new DigestPage.StoryView(
        story.story(),
        story.rank(),
        story.score(),
        story.headline(),
        story.summary(),
        story.language(),
        story.topics(),
        story.sources(),
        story.link(),
        story.posts(),
        4,
        new StoryUpdate("批量到 32 以后基本打平，所以这是给端侧单用户准备的方法。", "zh", 2, BEFORE),
        List.of(
            new Reason.Topic("Quantisation"),
            new Reason.Query("2 bit OR 量化"),
            new Reason.Lead(Fixed.of(0.52)),
            new Reason.Authors(Fixed.of(0.08)),
            new Reason.Known(Fixed.of(-0.1)),
            new Reason.Moved(2),
            new Reason.Seen(BEFORE)),
        "chat-summary@3f1c0a7d5b");
  }

  private static WeekView week() {
    WeekView.Told thimble =
        told("论文笔记：《Thimble：把权重压到两比特还能用》", "zh", "顾北辰 @gubeichen_ml", "gubeichen_ml/1900440417");
    WeekView.Told round =
        told("Norquell has closed a round of 240 million", "en", "Maribel Oduya @maribelo", null);
    return new WeekView(
        214,
        List.of(180, 175, 201),
        List.of(
            new Trend("Quantisation", 31, 4, List.of(3, 5, 4, 31), List.of(thimble)),
            new Trend("Norquell", 12, 0, List.of(0, 0, 0, 12), List.of(round))),
        List.of(new WeekView.Running(4, 19, round)),
        List.of(
            new WeekView.TopicCount("Mixture of experts", 44, 20),
            new WeekView.TopicCount("Quantisation", 31, 4)));
  }

  private static List<Correction> corrections() {
    return List.of(
        new Correction(
            "Pebblequill runs a 70B model on a phone",
            "en",
            "Pebblequill runs a 7B model on a phone",
            "Sol Tanaka @solt",
            "https://posts.example.net/@solt/1900440001",
            BEFORE),
        new Correction("听说 Norquell 被收购了", "zh", null, "阿木的夜航船", null, BEFORE));
  }

  private static WeekView.Told told(
      String headline, String language, String byline, @Nullable String path) {
    return new WeekView.Told(
        headline, language, byline, path == null ? null : "https://posts.example.net/@" + path);
  }

  private static SampleDigest sample(Language language) {
    return new SampleDigest()
        .readIn(language)
        .story(
            "s1",
            "0.81",
            SampleDigest.post("p1", Language.ZH)
                .author("林知夏", "linzhixia")
                .link("https://heronfold.example.com/blog/8x4b")
                .headline("墨鹭科技开源了大语言模型 Heronfold-8x4B，混合专家架构。")
                .summary("总参数 26B，每个 token 只激活两个专家，实际参与计算的大约 7B。权重、词表、训练日志一起放出来了，许可证允许商用。")
                .topics("moe", "tools"),
            SampleDigest.post("p2", Language.EN)
                .author("Ines Varga", "inesvarga_ml")
                .link(
                    "https://heronfold.example.com/blog/8x4b?utm_source=posts&utm_medium=social"
                        + "&utm_campaign=a-very-long-campaign-name-that-nobody-needs-to-read-2023")
                .headline(
                    "Heronfold just released a new open-weight language model, a sparse mixture"
                        + " of experts.")
                .summary(
                    "What I like: they publish the expert load per layer over the whole run."
                        + " Layers 3 to 6 collapse onto two experts for the first 40B tokens and"
                        + " then recover by themselves.")
                .published("2023-12-12T05:19:00Z")
                .topics("moe"))
        .story(
            "s2",
            "0.60",
            SampleDigest.post("p3", Language.ZH)
                .author("顾北辰", "gubeichen_ml")
                .link("https://posts.example.net/@gubeichen_ml/1900440417")
                .headline("论文笔记：《Thimble：把权重压到两比特还能用》")
                .summary("核心想法很朴素：先把权重矩阵旋转一下，让异常值摊开到所有方向，再分组量化。旋转矩阵不用存，推理时由种子现场生成。")
                .topics("quantisation"))
        .story(
            "s3",
            "0.44",
            SampleDigest.post("p4", Language.EN)
                .author("Tomas Brell", "tbrell")
                .headline(
                    "Small experiment of the week: we moved our message queue from a database"
                        + " table with row locks to an append-only log with a cursor per worker.")
                .summary(
                    "The price is that a stuck worker is now invisible until its cursor lags."
                        + " See https://code.example.org/brell/queues/blob/main/docs/experiments/"
                        + "2023-12-14-append-only-log-with-a-cursor-per-worker.md")
                .inferred())
        .story(
            "s4",
            "0.31",
            SampleDigest.post("p5", Language.OTHER)
                .author("ليلى حداد", "layla_h")
                .link("https://posts.example.net/@layla_h/1900450100")
                .headline("نموذج لغوي صغير يعمل على الهاتف دون اتصال")
                .summary(
                    "جرّبت النموذج على هاتف عمره خمس سنوات، وكانت السرعة تسع كلمات في الثانية.")
                .topics("tools"));
  }
}
