package io.gistmill.digest.render;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Language;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.StoryPost;
import java.text.MessageFormat;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The words around the stories, in the reader's language. They stand in `Words.properties`, one
/// file a language. Safe for all threads.
public final class Words {

  public static final Locale ENGLISH = Locale.ENGLISH;
  public static final Locale CHINESE = Locale.forLanguageTag("zh-Hans");

  private static final Words IN_ENGLISH = new Words(ENGLISH);
  private static final Words IN_CHINESE = new Words(CHINESE);

  private final Locale locale;
  private final ResourceBundle messages;
  private final Map<String, MessageFormat> forms = new ConcurrentHashMap<>();
  private final Map<String, DateTimeFormatter> dates = new ConcurrentHashMap<>();

  private Words(Locale locale) {
    this.locale = locale;
    // Without this control a lack of English files would be filled by the machine's own language.
    this.messages =
        ResourceBundle.getBundle(
            Words.class.getName(),
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// @param locale Chinese of any kind, or any other for English
  public static Words of(Locale locale) {
    return locale.getLanguage().equals(CHINESE.getLanguage()) ? IN_CHINESE : IN_ENGLISH;
  }

  /// Chinese where a reader asked for it, else English, so that a digest's language never changes
  /// with what happens to be told that day.
  public static Words of(Preferences preferences) {
    return preferences.language() == Language.ZH ? IN_CHINESE : IN_ENGLISH;
  }

  public Locale locale() {
    return locale;
  }

  /// As BCP 47 has it.
  public String language() {
    return locale.toLanguageTag();
  }

  /// A text that needs nothing filled in.
  public String get(String key) {
    return messages.getString(key);
  }

  public String title(String heading, String day) {
    return fill("title", heading, day);
  }

  /// How many stories there are in all.
  public String count(DigestPage page) {
    return fill("count", page.all());
  }

  /// What is left out, or an empty text.
  public String more(DigestPage page) {
    return page.more() == 0 ? "" : fill("more", page.more());
  }

  /// What mail programs show beside the subject.
  public String preview(DigestPage page) {
    String heads =
        page.stories().stream().limit(3).map(this::headline).collect(Collectors.joining(" · "));
    return fill("preview", page.stories().isEmpty() ? 0 : page.all(), heads);
  }

  /// A headline that stands alone in its line, with a mark where a machine wrote it.
  public String headline(DigestPage.StoryView story) {
    return marked(story.headline(), story.generated());
  }

  /// The same of a post, which may have no headline.
  String line(StoryPost post) {
    String headline = Texts.oneLine(post.headline());
    return headline.isEmpty() ? "" : marked(headline, post.generated());
  }

  private String marked(String headline, boolean generated) {
    return generated ? fill("generated.line", headline) : headline;
  }

  /// How many posts of a story are not listed.
  public String morePosts(DigestPage.StoryView story) {
    return fill("more.posts", story.morePosts());
  }

  /// How many authors tell a story.
  public String sources(int count) {
    return fill("sources", count);
  }

  /// Why the story is shown, in one line.
  public String why(DigestPage.StoryView story) {
    return fill("why", join(story.why().stream().map(this::reason).toList()));
  }

  /// One reason, in words.
  String reason(Reason reason) {
    return switch (reason) {
      case Reason.Topic(var name) -> fill("why.topic", name);
      case Reason.Query(var query) -> fill("why.query", query);
      case Reason.Sources(var count) -> sources(count);
      case Reason.Score(var score) -> fill("why.score", score.toString());
      case Reason.Lead(var score) -> fill("why.lead", score.toString());
      case Reason.Authors(var score) -> fill("why.authors", score.toString());
      case Reason.Known(var score) -> fill("why.known", score.toString());
      case Reason.Moved(var places) when places < 0 -> fill("why.down", -places);
      case Reason.Moved(var places) -> fill("why.up", places);
      case Reason.Seen(var day) -> fill("why.seen", date("date.short", day));
    };
  }

  /// Topics in one line.
  public String topics(DigestPage.StoryView story) {
    return join(story.topics().stream().map(DigestPage.TopicView::name).toList());
  }

  /// Topics in one line, behind a mark where a machine wrote the summary; where room is short, the
  /// end is cut.
  public String note(DigestPage.StoryView story) {
    String mark = story.generated() ? get("generated") : "";
    return Stream.of(mark, topics(story))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String join(List<String> parts) {
    return String.join(get("between"), parts);
  }

  /// When a post was published, its place and marks: `14 Dec 2023, 11:00 · #12 · late`.
  public String marks(DigestPage.PostView post) {
    String when = published(post);
    return (post.dateInferred() ? fill("inferred", when) : when)
        + (post.ordinal() == null ? "" : " · #" + post.ordinal())
        + (post.late() ? " · " + get("late") : "");
  }

  /// A date that came without a time was set to noon: then the time would say nothing.
  private String published(DigestPage.PostView post) {
    OffsetDateTime when = post.published();
    boolean timeless = post.dateInferred() || when.toLocalTime().equals(LocalTime.NOON);
    return date(timeless ? "date.short" : "date.minute", when);
  }

  public String update(StoryUpdate update) {
    return fill("update.since", date("date.short", update.since()), update.posts());
  }

  /// How many posts the week had, and the weeks before it, in one line.
  public String line(WeekView week) {
    return (counts(week) + " " + week.sparkline()).strip();
  }

  /// How many posts the week had.
  public String counts(WeekView week) {
    return fill("week.posts", week.posts());
  }

  /// How long a story went on.
  public String days(WeekView.Running running) {
    return fill("week.days", running.days(), running.posts());
  }

  /// How often topics were told of, in one line; beside it the week before, where there was one.
  public String topics(WeekView week) {
    boolean first = week.before().isEmpty();
    String topic = first ? "week.topic.first" : "week.topic";
    List<String> counts =
        week.topics().stream()
            .map(count -> fill(topic, count.name(), count.posts(), count.before()))
            .toList();
    return fill(first ? "week.topics.first" : "week.topics", join(counts));
  }

  /// A trend in one line.
  public String line(Trend trend) {
    return fill("label", trend.name(), counts(trend) + " " + trend.sparkline()).strip();
  }

  /// How often a trend was told of, now and before.
  public String counts(Trend trend) {
    Integer before = trend.before();
    return before == null
        ? fill("trend.count", trend.now())
        : fill("trend.counts", trend.now(), before);
  }

  public String correction(Correction correction) {
    String key = correction.now() == null ? "correction.withdrawn" : "correction.changed";
    return fill(key, date("date.short", correction.shown()));
  }

  /// Why a reader gets the digest at all.
  public String reason(DigestPage page) {
    return switch (page.cadence()) {
      case Cadence.Daily(var at) ->
          fill("footer.why.daily", page.subject(), at.toString(), page.zone().getId());
      case Cadence.Weekly(var day, var at) ->
          fill(
              "footer.why.weekly",
              page.subject(),
              at.toString(),
              page.zone().getId(),
              day.getDisplayName(TextStyle.FULL, locale));
      case Cadence.QuarterHourly() -> fill("footer.why.news", page.subject());
    };
  }

  /// The links that a footer has.
  public List<Link> links(Footer footer) {
    return Stream.of(
            new Link(get("footer.web"), footer.web()),
            new Link(get("footer.manage"), footer.manage()),
            new Link(get("footer.unsubscribe"), footer.unsubscribe()))
        .filter(link -> link.address() != null)
        .toList();
  }

  public record Link(String label, @Nullable String address) {}

  /// @param key of a pattern of [DateTimeFormatter]
  String date(String key, TemporalAccessor time) {
    return dates
        .computeIfAbsent(key, it -> DateTimeFormatter.ofPattern(get(it), locale))
        .format(time);
  }

  String fill(String key, Object... values) {
    MessageFormat form = forms.computeIfAbsent(key, it -> new MessageFormat(get(it), locale));
    // One is for one thread, and to copy it is cheaper than to read its pattern.
    return ((MessageFormat) form.clone()).format(values);
  }
}
