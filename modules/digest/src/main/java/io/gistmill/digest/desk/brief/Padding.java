package io.gistmill.digest.desk.brief;

import java.util.regex.Pattern;

/// Tells sentences that say nothing of the subject: greetings, notices of the mail or the page, the
/// head of a column with its number, and who wrote what.
final class Padding {

  private static final String END = "[)）】\\]]?";

  private static final String ISSUE =
      "(?:(?:day|no\\.?|vol\\.?|issue|episode|ep\\.?|#) ?\\d{1,4}(?:/\\d{1,4})?"
          + "|第 ?[\\d一二三四五六七八九十百]{1,5} ?[期篇天辑集讲回日周弹]|[（(]\\d{1,4}[)）])";

  private static final String DATE =
      "(?:\\d{4}[-/.年] ?\\d{1,2}[-/.月] ?\\d{1,2}日?|\\d{1,2}(?:月 ?\\d{1,2}日|[-/]\\d{1,2}))";

  private static final String PERIODICAL =
      "(?:每[日周]|今日|[日周早晚]报|简报|速递|daily digest|weekly digest|newsletter)";

  /// A word for what comes again and again, and the number or day behind it.
  private static final Pattern COLUMN =
      Pattern.compile(
          ".*(?:"
              + PERIODICAL
              + "|精读|周刊|打卡|推荐|本周|每[天月]|daily|weekly|of the (?:day|week)).*"
              + ISSUE
              + END
              + "|.*"
              + PERIODICAL
              + ".*"
              + DATE
              + END);

  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:来源|编辑|责编|图源|作者|译者|编译|出处|封面|排版|校对|审校|监制|撰文|文|图"
              + "|source|via|author|editor|photo|credit) ?[：:｜|] ?.{1,30}$");

  /// Columns of a longer line say something besides.
  private static final int LONGEST = 48;

  private static final int LONGEST_NOTICE = 120;

  private Padding() {}

  private static boolean isWithin(int columns, String sentence) {
    return Width.prefix(sentence, columns) == sentence.length();
  }

  /// Ends in a digit or in what may stand behind one.
  private static boolean mayEndInNumber(String sentence) {
    char last = sentence.charAt(sentence.length() - 1);
    return Character.isDigit(last) || "期篇天辑集讲回日周弹)）】]".indexOf(last) >= 0;
  }

  /// @param sentence in lower case
  static boolean is(String sentence) {
    return isWithin(LONGEST_NOTICE, sentence)
            && (Cues.GREETING.in(sentence) || Cues.NOTICE.in(sentence))
        || isWithin(LONGEST, sentence)
            && (CREDIT.matcher(sentence).lookingAt()
                || mayEndInNumber(sentence) && COLUMN.matcher(sentence).matches());
  }
}
