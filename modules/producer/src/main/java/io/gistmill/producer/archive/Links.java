package io.gistmill.producer.archive;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds web addresses in running text.
///
/// An address ends at white space, at any sign outside ASCII (in Chinese no space parts it from the
/// sentence), and before punctuation that belongs to the sentence.
public final class Links {

  static final Pattern ADDRESS =
      Pattern.compile(
          "https?://[\\p{ASCII}&&[^\\s\\p{Cntrl}<>\"`{}|\\\\^]]{1,2048}", Pattern.CASE_INSENSITIVE);

  private static final String SENTENCE_SIGNS = ".,;:!?'*_~";

  private Links() {}

  /// @return in order, without repeats
  public static List<String> in(List<String> texts) {
    var links = new LinkedHashSet<String>();
    for (String text : texts) {
      Matcher matcher = ADDRESS.matcher(text);
      int from = 0;
      while (matcher.find(from)) {
        String link = trimmed(matcher.group());
        from = matcher.start() + Math.max(link.length(), 1);
        if (!link.endsWith("//")) {
          links.add(link);
        }
      }
    }
    return List.copyOf(links);
  }

  /// The address alone, without the punctuation of the sentence around it.
  static String trimmed(String match) {
    int end = firstUnopened(match);
    while (end > 0 && SENTENCE_SIGNS.indexOf(match.charAt(end - 1)) >= 0) {
      end--;
    }
    return match.substring(0, end);
  }

  /// A bracket that closes without having been opened inside the address closes something around
  /// it, as in `[text](address)`.
  private static int firstUnopened(String match) {
    int round = 0;
    int square = 0;
    for (int i = 0; i < match.length(); i++) {
      switch (match.charAt(i)) {
        case '(' -> round++;
        case ')' -> round--;
        case '[' -> square++;
        case ']' -> square--;
        default -> {}
      }
      if (round < 0 || square < 0) {
        return i;
      }
    }
    return match.length();
  }
}
