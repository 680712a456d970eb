package io.gistmill.digest.desk.brief;

import java.util.List;
import java.util.regex.Pattern;

/// Tells which excerpts break off at a comma or colon before they have said anything: who says it,
/// on what condition, of what.
final class Fragments {

  private static final String COMMAS = "，,";
  private static final String COLONS = "：:";

  /// Begins a clause that needs another one.
  private static final Phrases OPENING =
      Phrases.among(
          Phrases.Border.OF_LETTERS,
          "据",
          "根据",
          "按照",
          "援引",
          "如果",
          "假如",
          "要是",
          "每次",
          "每当",
          "当",
          "虽然",
          "尽管",
          "即使",
          "哪怕",
          "既然",
          "一旦",
          "无论",
          "不管",
          "除了",
          "自从",
          "随着",
          "为了",
          "不是",
          "不仅",
          "不但",
          "不只",
          "与其",
          "以为",
          "我以为",
          "都以为",
          "之前以为",
          "一直以为",
          "之前一直以为",
          "很多人以为",
          "大家都以为",
          "according to",
          "as reported by",
          "if",
          "when",
          "while",
          "although",
          "though",
          "because",
          "since",
          "after",
          "before",
          "as",
          "unless",
          "once",
          "whenever",
          "to",
          "every time",
          "each time",
          "instead of",
          "despite",
          "given",
          "even if",
          "even though",
          "in order to");

  /// Begins like one of them and says something.
  private static final Phrases SPEAKING =
      Phrases.among(
          Phrases.Border.OF_LETTERS,
          "据说",
          "据称",
          "据传",
          "据悉",
          "据了解",
          "当然",
          "当下",
          "当前",
          "当地",
          "当年",
          "当时",
          "当天",
          "当代");

  private static final List<String> SPEAKERS =
      List.of(
          "透露",
          "表示",
          "声称",
          "宣称",
          "认为",
          "指出",
          "写道",
          "爆料",
          "消息",
          "报道",
          "说",
          "称",
          " say",
          " says",
          " said",
          " reports",
          " reported",
          " wrote",
          " writes",
          " claims",
          " argue",
          " argues");

  private static final List<String> TIMES =
      List.of("之后", "以后", "之前", "以前", "期间", "的同时", "的时候", "来说", "而言", "时");

  /// End like them and are nouns.
  private static final List<String> NOUNS =
      List.of(
          "传说", "小说", "名称", "职称", "简称", "俗称", "统称", "对称", "小时", "实时", "同时", "及时", "省时", "按时", "随时",
          "平时", "当时", "耗时", "延时", "临时", "定时", "超时");

  /// What is said, felt or listed follows.
  private static final List<String> ANNOUNCEMENTS =
      List.of(
          "是",
          "说",
          "问",
          "觉得",
          "发现",
          "想到",
          "写道",
          "表示",
          "认为",
          "如下",
          "包括",
          "念头",
          "感受",
          "结论",
          " is",
          " are",
          " was",
          " were",
          " said",
          " says",
          " that",
          " this",
          " include",
          " includes",
          " following");

  /// Somebody or something is pointed out, of whom nothing is said yet.
  private static final Pattern SUBJECT =
      Pattern.compile(".*[那这][个位款家篇只台批群条种场][^，的是了会能把被让就又都不没有]{0,10}");

  private Fragments() {}

  static boolean isOne(Excerpt excerpt) {
    boolean colon = excerpt.isBefore(COLONS);
    if (!colon && !excerpt.isBefore(COMMAS)) {
      return false;
    }
    String lower = excerpt.lower();
    return colon
        ? ends(lower, ANNOUNCEMENTS) || ends(lower, SPEAKERS)
        : ends(lower, SPEAKERS) || isCondition(lower) || isSubject(lower);
  }

  private static boolean isCondition(String lower) {
    return lower.indexOf('，') < 0
        && lower.indexOf(',') < 0
        && (ends(lower, TIMES) || OPENING.begin(lower) && !SPEAKING.begin(lower));
  }

  private static boolean isSubject(String lower) {
    return (lower.indexOf('那') >= 0 || lower.indexOf('这') >= 0) && SUBJECT.matcher(lower).matches();
  }

  private static boolean ends(String lower, List<String> endings) {
    return endings.stream().anyMatch(lower::endsWith) && NOUNS.stream().noneMatch(lower::endsWith);
  }
}
