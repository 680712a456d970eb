package io.gistmill.digest.desk.brief;

import java.util.regex.Pattern;

/// Tells sentences that say nothing of the subject: greetings, notices of the mail or the page, the
/// head of a column with its number, and who wrote what.
final class Padding {

  private static final String NUMBER =
      "(?:(?:day|no\\.?|vol\\.?|issue|episode|ep\\.?|#) ?\\d{1,4}(?:/\\d{1,4})?|第 ?[\\d一二三四五六七八九十百]{1,5} ?[期篇天辑集讲回日周弹]"
          + "|[（(]\\d{1,4}[)）]|(?:\\d{4}[-/.年] ?)?\\d{1,2}[-/.月] ?\\d{1,2}日?)";

  /// A word for what comes again and again, and the number behind it.
  private static final Pattern COLUMN =
      Pattern.compile(
          ".*(?:每[日天周月]|[今日周月早晚]报|今[日天]|本周|精读|周刊|打卡|推荐|速递|简报|daily|weekly|digest|newsletter|of the (?:day|week))"
              + ".*"
              + NUMBER
              + "[)）】\\]]?");

  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:来源|编辑|责编|图源|作者|译者|编译|出处|原文|封面|排版|校对|审校|监制|撰文|文|图"
              + "|source|via|by|author|editor|photo|image|credit)s? ?[：:｜|/] ?.{1,30}$");

  /// Columns of a longer line say something besides.
  private static final int LONGEST = 48;

  private Padding() {}

  /// Ends in a digit or in what may stand behind one.
  private static boolean mayEndInNumber(String sentence) {
    char last = sentence.charAt(sentence.length() - 1);
    return Character.isDigit(last) || "期篇天辑集讲回日周弹)）】]".indexOf(last) >= 0;
  }

  /// @param sentence in lower case
  static boolean is(String sentence) {
    return Cues.GREETING.in(sentence)
        || Cues.NOTICE.in(sentence)
        || Width.prefix(sentence, LONGEST) == sentence.length()
            && (CREDIT.matcher(sentence).lookingAt()
                || mayEndInNumber(sentence) && COLUMN.matcher(sentence).matches());
  }
}
