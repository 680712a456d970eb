package io.gistmill.benchmarks.posts;

import java.util.List;
import java.util.random.RandomGenerator;

/// Writes sentences in one language. They mean nothing, but are as long and as varied as those of
/// people.
final class Writer {

  private final RandomGenerator random;

  Writer(RandomGenerator random) {
    this.random = random;
  }

  /// Between half and one and a half times the mean, in whole sentences.
  ///
  /// @param subject a few sentences name it
  /// @param meanLength in characters
  String text(boolean chinese, Subject subject, String thing, int meanLength) {
    int length = meanLength / 2 + random.nextInt(meanLength);
    var text = new StringBuilder(opening(chinese, subject, thing));
    while (text.length() < length) {
      text.append(random.nextInt(5) == 0 ? "\n\n" : chinese ? "" : " ");
      boolean namesSubject = random.nextInt(4) == 0;
      text.append(
          namesSubject ? opening(chinese, subject, thing) : sentence(chinese, words(chinese)));
    }
    return text.toString();
  }

  /// A short remark on somebody else's words.
  String remark(boolean chinese) {
    return sentence(chinese, words(chinese));
  }

  private String opening(boolean chinese, Subject subject, String thing) {
    return chinese
        ? thing + "的" + pick(subject.chinese()) + "，" + chineseClause(Words.CHINESE) + "。"
        : thing + " and its " + pick(subject.english()) + ": " + englishClause(Words.ENGLISH) + ".";
  }

  private String sentence(boolean chinese, Words words) {
    return chinese ? chinese(words) : english(words);
  }

  private String chinese(Words words) {
    return pick(words.connectives())
        + "，"
        + chineseClause(words)
        + "，"
        + (random.nextBoolean() ? chineseClause(words) + "。" : "也" + chineseClause(words) + "吗？");
  }

  private String chineseClause(Words words) {
    return pick(words.qualities())
        + "的"
        + pick(words.nouns())
        + pick(words.verbs())
        + pick(words.nouns());
  }

  private String english(Words words) {
    return capital(pick(words.connectives()).replace('_', ' '))
        + ", "
        + englishClause(words)
        + (random.nextBoolean() ? ", and " : " while ")
        + englishClause(words)
        + ".";
  }

  private String englishClause(Words words) {
    return String.join(
        " ",
        "the",
        pick(words.qualities()),
        pick(words.nouns()),
        pick(words.verbs()),
        Integer.toString(2 + random.nextInt(97)),
        pick(words.qualities()),
        pick(words.nouns()) + "s");
  }

  private static Words words(boolean chinese) {
    return chinese ? Words.CHINESE : Words.ENGLISH;
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
