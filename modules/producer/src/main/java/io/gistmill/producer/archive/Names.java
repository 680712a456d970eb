package io.gistmill.producer.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells lines that can be a person's display name from lines that are part of a sentence.
final class Names {

  /// Columns that a name takes at most on a line of its own; a Chinese sign takes two.
  static final int WIDEST = 40;

  private static final Pattern SENTENCE =
      Pattern.compile("[。！？；，、：…;?!:]|, |\\.$|,$|[「」『』《》“”\"<>=]|https?://|@");
  private static final Pattern LISTED =
      Pattern.compile("^(?:[-*+•>#|]|\\d{1,3}[.)、）]|[（(]\\d+[)）])\\s*.*");

  /// Words after which an account is mentioned within a sentence.
  private static final Set<String> LEADING_WORDS =
      Set.of(
          "a",
          "about",
          "again",
          "also",
          "an",
          "and",
          "any",
          "are",
          "as",
          "ask",
          "at",
          "author",
          "because",
          "both",
          "but",
          "by",
          "called",
          "cc",
          "check",
          "congrats",
          "congratulations",
          "credit",
          "credits",
          "dear",
          "featuring",
          "feat",
          "follow",
          "following",
          "for",
          "from",
          "ft",
          "hello",
          "hey",
          "hi",
          "if",
          "in",
          "including",
          "into",
          "introducing",
          "is",
          "it",
          "join",
          "kudos",
          "like",
          "meet",
          "my",
          "new",
          "of",
          "on",
          "or",
          "our",
          "out",
          "over",
          "per",
          "plus",
          "please",
          "presenting",
          "props",
          "re",
          "rt",
          "see",
          "shoutout",
          "since",
          "so",
          "source",
          "than",
          "thank",
          "thanks",
          "that",
          "the",
          "their",
          "these",
          "this",
          "to",
          "try",
          "under",
          "using",
          "use",
          "via",
          "visit",
          "was",
          "we",
          "were",
          "when",
          "which",
          "while",
          "with",
          "your");

  private static final List<String> LEADING_CHINESE =
      List.of(
          "感谢", "谢谢", "多谢", "致谢", "鸣谢", "关注", "推荐", "作者", "来自", "来源", "转自", "转发", "欢迎", "恭喜", "祝贺",
          "看到", "看了", "发现", "听说", "记得", "比如", "例如", "包括", "以及", "还有", "使用", "采用", "基于", "通过", "根据",
          "请教", "请问", "参考", "引用", "介绍", "团队", "公司", "博主", "大佬", "朋友", "同学", "老师", "发布", "宣布", "开源",
          "的", "和", "与", "跟", "及", "了", "是", "在", "到", "对", "让", "由", "给", "被", "把", "将", "向", "从",
          "看", "比", "为", "如", "像", "用", "叫", "有", "于", "找", "问", "请", "或", "而", "但", "也", "等", "着",
          "过", "吗", "吧", "呢", "啊");

  private static final List<String> SENTENCE_CHINESE =
      List.of("了", "的", "把", "这", "那", "我们", "他们", "如何", "什么", "可以", "一个", "就是", "不是");

  private Names() {}

  /// Whether a line on its own can be a name at all.
  static boolean possible(String line) {
    return !line.isBlank()
        && columns(line) <= WIDEST
        && !SENTENCE.matcher(line).find()
        && !LISTED.matcher(line).matches()
        && line.codePoints().anyMatch(Character::isLetterOrDigit)
        && !leadsToMention(line)
        && !runsInSmallLetters(line);
  }

  /// Whether a line that can be a name also has the looks of a sentence.
  static boolean likeSentence(String line) {
    long han = line.codePoints().filter(Names::isHan).count();
    return han > 10 || SENTENCE_CHINESE.stream().anyMatch(line::contains);
  }

  private static boolean leadsToMention(String line) {
    String lower = line.toLowerCase(Locale.ROOT).strip();
    String last = lower.substring(lower.lastIndexOf(' ') + 1);
    if (LEADING_WORDS.contains(last)) {
      return true;
    }
    String first = lower.indexOf(' ') < 0 ? lower : lower.substring(0, lower.indexOf(' '));
    boolean several = lower.indexOf(' ') > 0;
    return (several && LEADING_WORDS.contains(first))
        || LEADING_CHINESE.stream().anyMatch(word -> endsAsSentence(line.strip(), word));
  }

  /// A single sign at the end counts only after Chinese: it may belong to a name otherwise.
  private static boolean endsAsSentence(String line, String word) {
    if (!line.endsWith(word)) {
      return false;
    }
    int before = line.length() - word.length();
    return word.length() > 1 || before == 0 || isHan(line.codePointBefore(before));
  }

  /// Names have capitals; three small words in a row are prose.
  private static boolean runsInSmallLetters(String line) {
    long small =
        Arrays.stream(line.split("\\s+"))
            .filter(word -> word.matches("[a-z][a-z'’-]*"))
            .filter(word -> !word.matches("de|da|di|van|von|der|den|la|le|bin|ibn|al|el|y|of|the"))
            .count();
    return small >= 3;
  }

  /// Whether name and account share a word: `Ada Byron` and `adabyron_dev`.
  static boolean alike(String name, String handle) {
    String account = letters(handle);
    String whole = letters(name);
    if (whole.length() >= 2 && (account.contains(whole) || whole.contains(account))) {
      return true;
    }
    return Arrays.stream(name.split("[^\\p{Alnum}]+"))
        .map(Names::letters)
        .anyMatch(word -> word.length() >= 3 && account.contains(word));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  static int columns(String line) {
    return line.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
  }

  private static boolean isWide(int point) {
    return isHan(point)
        || (point >= 0x3000 && point <= 0x30FF)
        || (point >= 0xAC00 && point <= 0xD7AF)
        || (point >= 0xFF00 && point <= 0xFF60);
  }

  static boolean isHan(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }
}
