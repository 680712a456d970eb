package io.gistmill.digest.desk.brief;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What authors put before the first word out of habit: labels, hashtags (those of Weibo, which a
/// second mark closes, too), the mark of a repost, heading marks.
final class Boilerplate {

  private static final List<Prefix> PREFIXES =
      List.of(
          prefix("#", "#{1,6}\\s+"),
          prefix("\\#", "\\\\?#[^\\s#:：]{1,24}#?\\s*[:：]\\s*"),
          prefix("#＃", Hashtags.CLOSED + "\\s*"),
          prefix("R", "RT\\s+@\\w{1,30}\\s*:?\\s*"),
          labels("推荐阅读|延伸阅读|扩展阅读|相关阅读|往期推荐|推荐|转译|转载|转发|转|分享|译文|译|快讯|资讯|新闻|重磅|突发|更新|好文|今日看点"),
          labels(
              "PSA|FYI|ICYMI|TIL|News|Breaking(?: news)?|Update|Thread|New|Repost|Reminder"
                  + "|(?:Un)?popular opinion|Hot take|Note to self|Quick (?:note|take)"
                  + "|Recommended reading|Further reading|Related reading|Reading|Read more|See also"));

  /// @param firsts what it may begin with, looked at before the pattern is tried
  private record Prefix(String firsts, Pattern pattern) {}

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
    for (Prefix prefix : PREFIXES) {
      if (at < end && prefix.firsts().indexOf(text.charAt(at)) >= 0) {
        Matcher matcher = prefix.pattern().matcher(text).region(at, end);
        at = matcher.lookingAt() ? matcher.end() : at;
      }
    }
    return at;
  }

  private static Prefix prefix(String firsts, String pattern) {
    return new Prefix(firsts, Pattern.compile(pattern));
  }

  private static Prefix labels(String words) {
    var firsts = new StringBuilder("【[");
    for (String word : words.split("\\|", -1)) {
      firsts.append(Character.toLowerCase(word.charAt(0)));
      firsts.append(Character.toUpperCase(word.charAt(0)));
    }
    return new Prefix(
        firsts.toString(),
        Pattern.compile(
            "(?:[【\\[](?:" + words + ")[】\\]]\\s*|(?:" + words + ")\\s*[:：|｜]\\s*)",
            Pattern.CASE_INSENSITIVE));
  }
}
