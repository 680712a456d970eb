package io.gistmill.classifier.names;

import io.gistmill.classifier.text.Scripts;
import java.util.Locale;
import java.util.Set;

/// Tells what somebody says from a title, of what stands between quotation marks: a whole sentence
/// is no title, and in English, a title has its capitals.
final class Speech {

  /// In Han characters.
  private static final int LONGEST_TITLE = 20;

  private static final int LEAST_WORDS = 4;
  private static final int LONGEST_PARTICLE = 3;
  private static final String MARKS = ",。;?!，；？！";
  private static final String ENDS = ".,;?!…";

  private static final Set<String> PERSONS =
      Set.of(
          ("i i'm i've i'll me my we we're us our you you're your he she they it's don't"
                  + " can't that's let's please thanks thank sure sorry yes")
              .split(" "));

  /// With which a title may begin, however short it is.
  private static final Set<String> QUESTIONS = Set.of("what", "how", "why", "when", "where", "who");

  private Speech() {}

  static boolean isSpeech(String quoted) {
    int han = 0;
    boolean marked = false;
    for (int i = 0; i < quoted.length(); i++) {
      han += Scripts.isHan(quoted.charAt(i)) ? 1 : 0;
      marked |= MARKS.indexOf(quoted.charAt(i)) >= 0;
    }
    return han > 0 ? marked || han > LONGEST_TITLE : isLatinSpeech(quoted.strip());
  }

  private static boolean isLatinSpeech(String quoted) {
    String[] words = quoted.split(" ");
    if (quoted.isEmpty() || Character.isLowerCase(quoted.charAt(0))) {
      return words.length > 1 || isPlain(quoted);
    }
    int capitals = 0;
    for (String word : words) {
      capitals += hasCapital(word) ? 1 : 0;
    }
    return capitals * 2 < words.length
        && (ENDS.indexOf(quoted.charAt(quoted.length() - 1)) >= 0 || isSentence(words));
  }

  /// Of letters only: `gpt2-chatbot` may be a name.
  private static boolean isPlain(String word) {
    return word.chars().allMatch(Character::isLowerCase);
  }

  private static boolean hasCapital(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
  }

  /// Somebody speaks to somebody, or says little.
  private static boolean isSentence(String[] words) {
    boolean particle = false;
    for (String word : words) {
      if (PERSONS.contains(word.replace('’', '\'').toLowerCase(Locale.ROOT))) {
        return true;
      }
      particle |= word.length() <= LONGEST_PARTICLE;
    }
    return particle
        && words.length < LEAST_WORDS
        && !isAcronym(words[0])
        && !QUESTIONS.contains(words[0].toLowerCase(Locale.ROOT));
  }

  private static boolean isAcronym(String word) {
    return word.length() > 1 && Character.isUpperCase(word.charAt(1));
  }
}
