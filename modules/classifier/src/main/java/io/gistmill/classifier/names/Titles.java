package io.gistmill.classifier.names;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds titles between marks: of books and articles, and quoted phrases of some length.
final class Titles {

  private static final int LEAST_LETTERS = 3;
  private static final int LEAST_QUOTED = 8;
  private static final String MARK = "《";

  // what opens must lie in the range of mayOpen
  private static final Pattern MARKED = Pattern.compile("[《〈]([^《》〈〉\n]{2,80})[》〉]");
  private static final Pattern QUOTED = Pattern.compile("[“「『\"]([^“”「」『』\"\n]{1,80})[”」』\"]");

  private Titles() {}

  static void find(Folded words, Sightings found) {
    find(MARKED, "《〈", LEAST_LETTERS, words, found);
    find(QUOTED, "“「『\"", LEAST_QUOTED, words, found);
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
      if (title && Dictionary.key(match.group(1)).length() >= least) {
        found.add(MARK + Dictionary.key(match.group(1)), at);
      }
      at = title ? match.end() : at + 1;
    }
  }
}
