package io.gistmill.digest.render;

import io.gistmill.domain.Preferences;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import io.gistmill.domain.Week;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a part of a digest weighs in a mail's HTML, known before the mail is written: at least what
/// it will take where topics are called by forty letters or fewer, and some quarter more. It goes
/// by the words of posts alone, so that it is the same on every machine, whatever topics are called
/// there.
///
/// @param bytes in UTF-8
/// @param quoted bytes of the same in quoted-printable, which takes three for one
public record MailWeight(long bytes, long quoted) {

  /// All that stands around the stories, with footer, and headlines once more for the preview.
  public static final MailWeight FRAME = new MailWeight(7_500, 9_500);

  /// That balance has moved a story.
  public static final MailWeight MOVED = new MailWeight(45, 120);

  /// That another digest has shown a story.
  public static final MailWeight SEEN = new MailWeight(50, 150);

  private static final MailWeight NOTHING = new MailWeight(0, 0);

  // Markup, and the longest words that are ours.
  private static final MailWeight CARD = new MailWeight(830, 940);
  private static final MailWeight SUMMARY = new MailWeight(115, 125);
  private static final MailWeight GENERATED = new MailWeight(125, 160);
  private static final MailWeight UPDATE = new MailWeight(360, 530);
  private static final MailWeight AUTHORS = new MailWeight(90, 240);
  private static final MailWeight POST = new MailWeight(270, 325);
  private static final MailWeight INFERRED = new MailWeight(25, 75);
  private static final MailWeight MORE = new MailWeight(140, 215);
  private static final MailWeight LINE = new MailWeight(480, 620);
  private static final MailWeight WEEK = new MailWeight(3_000, 3_600);

  /// Some forty Latin or ten Chinese letters, and what divides them from the next.
  private static final MailWeight TOPIC = new MailWeight(40, 100);

  /// Of a letter that means something in HTML.
  private static final int ESCAPED = 5;

  /// A story with as many of its posts as a mail shows.
  ///
  /// @param told not empty, lead first
  /// @param preferences of the reader, whose language decides which of them lends its words
  /// @param update whether the reader was shown the story before
  public static MailWeight ofStory(List<StoryPost> told, Preferences preferences, boolean update) {
    MailWeight posts = NOTHING;
    for (StoryPost post : told.subList(0, Math.min(MailFit.POSTS, told.size()))) {
      posts = posts.plus(POST).plus(byline(post)).plus(post.dateInferred() ? INFERRED : NOTHING);
    }
    return CARD.plus(words(ReaderLanguage.teller(told, preferences)))
        .plus(posts)
        .plus(told.size() > 1 ? AUTHORS : NOTHING)
        .plus(told.size() > MailFit.POSTS ? MORE : NOTHING)
        .plus(update ? UPDATE.plus(of(told.getFirst().headline())) : NOTHING)
        .plus(TOPIC.times(topics(told)));
  }

  /// A story in one line.
  ///
  /// @param told as of [#ofStory]
  public static MailWeight ofLine(List<StoryPost> told, Preferences preferences) {
    StoryPost teller = ReaderLanguage.teller(told, preferences);
    return LINE.plus(heading(teller)).plus(byline(teller));
  }

  /// The numbers of a week, without the posts that it names.
  public static MailWeight ofWeek(Week week) {
    return WEEK.plus(TOPIC.times(week.topics().size() + week.trends().size()));
  }

  public MailWeight plus(MailWeight other) {
    return new MailWeight(bytes + other.bytes, quoted + other.quoted);
  }

  /// Whether a mail of this weight is shown whole.
  public boolean fits() {
    return MailFit.size(bytes, quoted) <= MailFit.LIMIT;
  }

  private MailWeight times(long count) {
    return new MailWeight(bytes * count, quoted * count);
  }

  private static long topics(List<StoryPost> told) {
    return told.stream()
        .flatMap(post -> post.topics().stream())
        .map(TopicShare::topic)
        .distinct()
        .count();
  }

  private static MailWeight words(StoryPost post) {
    String summary = post.summaryInOneLine();
    return heading(post)
        .plus(summary.isEmpty() ? NOTHING : SUMMARY.plus(of(summary)))
        .plus(post.generated() ? GENERATED : NOTHING);
  }

  /// Address or author stands for a headline where there is none.
  private static MailWeight heading(StoryPost post) {
    MailWeight link = of(Links.safe(post.link()));
    return post.headline().isBlank() ? link.plus(byline(post)) : link.plus(of(post.headline()));
  }

  private static MailWeight byline(StoryPost post) {
    return of(post.author()).plus(of(post.handle())).plus(of(Links.safe(post.link())));
  }

  private static MailWeight of(@Nullable String text) {
    long bytes = 0;
    long quoted = 0;
    for (int at = 0; text != null && at < text.length(); at++) {
      char sign = text.charAt(at);
      bytes += bytes(sign);
      quoted += sign < 0x80 && sign != '=' ? bytes(sign) : 3 * bytes(sign);
    }
    return new MailWeight(bytes, quoted);
  }

  /// Of half a surrogate pair, half of the four.
  private static int bytes(char sign) {
    if (sign < 0x80) {
      return "<>&'".indexOf(sign) < 0 ? 1 : ESCAPED;
    }
    return sign < 0x800 || Character.isSurrogate(sign) ? 2 : 3;
  }
}
