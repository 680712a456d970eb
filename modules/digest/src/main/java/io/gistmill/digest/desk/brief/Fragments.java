package io.gistmill.digest.desk.brief;

import java.util.regex.Pattern;

/// Tells which excerpts break off at a comma or colon before they have said anything: who says it,
/// on what condition, of what.
final class Fragments {

  private static final String COMMAS = "，,";
  private static final String COLONS = "：:";

  /// "According to ...", "as X says": who says what follows.
  private static final Pattern SOURCE =
      Pattern.compile(
          "(?:据(?![说称传悉了])|根据|按照|援引|according to |as reported by )[^，,]*"
              + "|.*(?:透露|表示|声称|宣称|认为|指出|写道|爆料|消息|报道|(?<![传])说|(?<![名职简俗统对])称"
              + "| says?| said| reports?| reported| wrote| writes| claims?| argues?)");

  /// A clause that needs another one.
  private static final Pattern CONDITION =
      Pattern.compile(
          "(?:如果|假如|要是|每次|每当|当(?![然下前地年时天代])|虽然|尽管|即使|哪怕|既然|一旦|无论|不管|除了|自从|随着|为了|不是|不仅|不但|不只"
              + "|与其|(?:之前|我|本来|原来?|一直|很多人|大家|都)*以为"
              + "|(?:if|when|while|although|though|because|since|after|before|as|unless|once|whenever|to"
              + "|every time|each time|instead of|despite|given|even if|even though|in order to) )[^，,]*"
              + "|[^，,]*(?:之后|以后|之前|以前|期间|的同时|的时候|来说|而言|(?<![小实同及])时)");

  /// Somebody or something is pointed out, of whom nothing is said yet.
  private static final Pattern SUBJECT =
      Pattern.compile(".*(?:的[那这]|[那这])[个位款家篇只台批群条种场][^，的是了会能把被让就又都不没有]{0,10}");

  /// What is said, felt or listed follows.
  private static final Pattern ANNOUNCEMENT =
      Pattern.compile(
          ".*(?:[是说问]|觉得|发现|想到|写道|表示|认为|如下|包括|念头|感受|结论"
              + "| (?:is|are|was|were|says?|said|that|this|include|includes|following))");

  private Fragments() {}

  static boolean isOne(Excerpt excerpt) {
    String lower = excerpt.lower();
    if (excerpt.isBefore(COLONS)) {
      return ANNOUNCEMENT.matcher(lower).matches() || SOURCE.matcher(lower).matches();
    }
    return excerpt.isBefore(COMMAS)
        && (SOURCE.matcher(lower).matches()
            || CONDITION.matcher(lower).matches()
            || SUBJECT.matcher(lower).matches());
  }
}
