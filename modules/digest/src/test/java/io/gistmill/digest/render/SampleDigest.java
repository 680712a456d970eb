package io.gistmill.digest.render;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.Selection;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import io.gistmill.domain.Subscription;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A digest with its posts, built up story by story.
final class SampleDigest {

  static final Instant FROM = Instant.parse("2023-12-13T16:00:00Z");
  static final Instant CUT = Instant.parse("2023-12-14T16:00:00Z");

  private static final Map<String, String> NAMES =
      Map.of(
          "rag",
          "RAG",
          "moe",
          "Mixture of experts",
          "tools",
          "Tools",
          "quantisation",
          "Quantisation");

  private final List<Digest.Item> items = new ArrayList<>();
  private final Map<String, StoryPost> posts = new TreeMap<>();
  private Preferences preferences = Preferences.NONE;
  private Selection selection = Selection.EVERYTHING;

  /// Two stories in two languages, with every mark that a post can have.
  static SampleDigest usual() {
    return new SampleDigest()
        .story(
            "s1",
            "0.81",
            post("p1", Language.ZH)
                .author("林小满", "linxm_dev")
                .link("https://social.example/linxm_dev/status/101")
                .headline("检索增强流水线“河狸”开源：分块、重排和引用一次讲清")
                .summary("河狸把分块、重排和引用放进同一条流水线，默认配置在四万页的手册上把答错率从百分之十八降到了百分之七。作者同时给出了评测脚本。")
                .topics("rag", "tools"),
            post("p2", Language.EN)
                .author("Odile Brandt", "odile_b")
                .link("https://social.example/odile_b/status/202")
                .headline("Beaver, a new retrieval pipeline")
                .summary("")
                .published("2023-12-12T09:00:00Z")
                .topics("rag"))
        .story(
            "s2",
            "0.42",
            post("p3", Language.EN)
                .author("Tomas Reyes", null)
                .headline("Eight small experts beat one large model in a kitchen-sized benchmark")
                .summary("The router is trained first and then frozen, which keeps the load even.")
                .inferred()
                .topics("moe"));
  }

  /// Tries to break out of every format.
  static SampleDigest hostile() {
    String script = "<script>alert('x')</script>";
    return new SampleDigest()
        .story(
            "s1\"><script>",
            "0.5",
            post("p1", Language.EN)
                .author(
                    "A\u200Bd\u202Ea ](javascript:alert(1)) " + script,
                    "a\uFEFFda\u2060\"><img src=x onerror=alert(1)>")
                .link("javascript:alert(1)")
                .headline("# " + script + "\n\n## 7. Forged [link](https://evil.example)")
                .summary("- item\n1. one\n```\n</style></title> & &lt; *bold* \u202Egnp.exe")
                .topics("<b>topic</b>"),
            post("p2", Language.EN)
                .author("", null)
                .link("https://social.example/a\"><b>?q=<x> y|z)")
                .headline("")
                .summary("")
                .topics());
  }

  SampleDigest readIn(Language language) {
    preferences = new Preferences(language, 0, false, false);
    return this;
  }

  SampleDigest matching(String query) {
    selection = new Selection(List.of(), List.of(), query, List.of(), List.of(), List.of());
    return this;
  }

  SampleDigest story(String story, String score, Draft... drafts) {
    var refs = new ArrayList<Digest.PostRef>();
    for (Draft draft : drafts) {
      posts.put(draft.id, draft.post(posts.size() + 11L));
      refs.add(new Digest.PostRef(draft.id, story, FROM));
    }
    items.add(new Digest.Item(story, Fixed.of(new BigDecimal(score)), refs));
    return this;
  }

  Digest digest(String route, Cadence cadence, int more) {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    var subscription =
        new Subscription(
            "wei-" + route, "wei", route, cadence, zone, 20, selection, preferences, List.of());
    return new Digest(
        subscription.id() + ".20231214T1600Z",
        subscription,
        cadence instanceof Cadence.Weekly ? CUT.minus(Duration.ofDays(7)) : FROM,
        CUT,
        items,
        more,
        "");
  }

  DigestPage page() {
    return page("rag", 0);
  }

  DigestPage page(String route, int more) {
    return pages().page(digest(route, new Cadence.Daily(LocalTime.MIDNIGHT), more));
  }

  DigestPages pages() {
    return new DigestPages(
        ref -> Objects.requireNonNull(posts.get(ref.id())), slug -> NAMES.getOrDefault(slug, slug));
  }

  static Draft post(String id, Language language) {
    return new Draft(id, language);
  }

  static final class Draft {
    private final String id;
    private final Language language;
    private String author = "Ada";
    private @Nullable String handle;
    private @Nullable String link;
    private String headline = "A headline";
    private String summary = "A summary.";
    private Instant published = Instant.parse("2023-12-14T03:00:00Z");
    private boolean inferred;
    private List<String> topics = List.of();

    private Draft(String id, Language language) {
      this.id = id;
      this.language = language;
    }

    Draft author(String name, @Nullable String account) {
      author = name;
      handle = account;
      return this;
    }

    Draft link(String address) {
      link = address;
      return this;
    }

    Draft headline(String words) {
      headline = words;
      return this;
    }

    Draft summary(String words) {
      summary = words;
      return this;
    }

    Draft published(String instant) {
      published = Instant.parse(instant);
      return this;
    }

    Draft inferred() {
      inferred = true;
      return this;
    }

    Draft topics(String... slugs) {
      topics = List.of(slugs);
      return this;
    }

    private StoryPost post(long ordinal) {
      List<TopicShare> shares =
          topics.stream().map(slug -> new TopicShare(slug, Fixed.of(0.9))).toList();
      return new StoryPost(
          id,
          ordinal,
          FROM,
          published,
          inferred,
          1,
          author,
          handle,
          link,
          language,
          shares,
          headline,
          summary,
          Fixed.of(0.5));
    }
  }
}
