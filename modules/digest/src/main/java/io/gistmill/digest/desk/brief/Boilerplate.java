package io.gistmill.digest.desk.brief;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What authors put before the first word out of habit: labels, hashtags, the mark of a repost,
/// heading marks.
final class Boilerplate {

  private static final List<Pattern> PREFIXES =
      List.of(
          Pattern.compile("#{1,6}\\s+"),
          Pattern.compile("\\\\?#[^\\s#:：]{1,24}#?\\s*[:：]\\s*"),
          Pattern.compile("RT\\s+@\\w{1,30}\\s*:?\\s*"),
          labels("推荐阅读|推荐|转译|转载|转发|转|分享|译文|译|快讯|资讯|新闻|重磅|突发|更新|好文|今日看点"),
          labels("PSA|FYI|ICYMI|TIL|News|Breaking(?: news)?|Update|Thread|New|Repost|Reading"));

  private Boilerplate() {}

  /// The first offset of a line in `[start, end)` behind marks and boilerplate.
  static int skip(String text, int start, int end) {
    int at = start;
    int before;
    do {
      before = at;
      at = skipPrefixes(text, Marks.skip(text, at, end), end);
    } while (at > before);
    return at < end && text.charAt(at) == '#' ? at + 1 : at;
  }

  private static int skipPrefixes(String text, int start, int end) {
    int at = start;
    for (Pattern prefix : PREFIXES) {
      Matcher matcher = prefix.matcher(text).region(at, end);
      if (matcher.lookingAt()) {
        at = matcher.end();
      }
    }
    return at;
  }

  private static Pattern labels(String words) {
    return Pattern.compile(
        "(?:[【\\[](?:" + words + ")[】\\]]\\s*|(?:" + words + ")\\s*[:：|｜]\\s*)",
        Pattern.CASE_INSENSITIVE);
  }
}
