package io.gistmill.classifier.names;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds titles between marks: of books and articles, and quoted phrases of some length.
final class Titles {

  private static final int LEAST_LETTERS = 3;
  private static final int LEAST_QUOTED = 8;
  private static final String MARK = "《";

  /// What opens a quote, of a title or of what somebody says.
  private static final String SPEECH = "“「『\"";

  // what opens must lie in the range of mayOpen
  private static final Pattern MARKED = Pattern.compile("[《〈]([^《》〈〉\n]{2,80})[》〉]");
  private static final Pattern QUOTED = Pattern.compile("[“「『\"]([^“”「」『』\"\n]{1,80})[”」』\"]");

  private Titles() {}

  static void find(Folded words, Sightings found) {
    find(MARKED, "《〈", LEAST_LETTERS, words, found);
    find(QUOTED, SPEECH, LEAST_QUOTED, words, found);
  }

  /// False for most characters, without a search.
  private static boolean mayOpen(char c) {
    return c == '"' || c >= '“' && c <= '『';
  }

  /// @param opening all marks with which the pattern begins
  private static void find(
      Pattern marks, String opening, int least, Folded words, Sightings found) {
    String text = words.text();
    Matcher match = marks.matcher(text);
    int at = 0;
    while (at < text.length()) {
      boolean title =
          mayOpen(text.charAt(at))
              && opening.indexOf(text.charAt(at)) >= 0
              && match.region(at, text.length()).lookingAt();
      if (title) {
        addTitle(match.group(1), opening.equals(SPEECH), least, at, found);
      }
      at = title ? match.end() : at + 1;
    }
  }

  private static void addTitle(String title, boolean quoted, int least, int at, Sightings found) {
    String key = Dictionary.key(title);
    if (key.length() >= least && !(quoted && Speech.isSpeech(title))) {
      found.add(MARK + key, at);
    }
  }
}
