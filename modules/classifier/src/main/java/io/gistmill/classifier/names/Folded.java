package io.gistmill.classifier.names;

import io.gistmill.classifier.api.text.Simplified;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a post in one script: title, text and quoted texts, half width, simplified, without
/// addresses and, for what a post is known by, blocks of code. Case stays.
///
/// @param text at most [#MAX_LENGTH] characters of the post, then of what it quotes
/// @param head where the first line ends, at most [#HEAD] characters in
/// @param own where the post's own words end
record Folded(String text, int head, int own) {

  static final int MAX_LENGTH = 20_000;
  static final int HEAD = 120;

  /// The most that engines send to a model.
  static final int MAX_SENT = 100_000;

  private static final int MAX_QUOTED = 2_000;

  private static final String ADDRESS = "(?i:https?+://)[\\x21-\\x7E]++";
  private static final Pattern ADDRESSES = Pattern.compile(ADDRESS);
  private static final Pattern NO_WORDS = Pattern.compile("```[^`]*+(?:```)?|" + ADDRESS);

  static Folded of(Post post) {
    String own = fold(cut(own(post), MAX_LENGTH)).strip();
    var text = new StringBuilder(own);
    for (Quote quote : post.quoted()) {
      text.append('\n').append(fold(cut(quote.text(), MAX_QUOTED)));
      if (text.length() > MAX_LENGTH + MAX_QUOTED) {
        break;
      }
    }
    int line = own.indexOf('\n');
    return new Folded(
        text.toString(), Math.min(line < 0 ? own.length() : line, HEAD), own.length());
  }

  /// All that a model may have been sent: whole quotes, with code, in at most [#MAX_SENT]
  /// characters.
  static String sent(Post post) {
    var text = new StringBuilder(cut(own(post), MAX_SENT));
    for (Quote quote : post.quoted()) {
      text.append('\n').append(cut(quote.text(), Math.max(0, MAX_SENT - text.length())));
    }
    return fold(text.toString(), ADDRESSES);
  }

  private static String own(Post post) {
    return post.title() == null ? post.text() : post.title() + "\n" + post.text();
  }

  static String fold(String text) {
    return fold(text, NO_WORDS);
  }

  private static String fold(String text, Pattern noWords) {
    char[] units = words(text, noWords).toCharArray();
    for (int i = 0; i < units.length; i++) {
      char half = units[i] >= 0xFF01 && units[i] <= 0xFF5E ? (char) (units[i] - 0xFEE0) : units[i];
      units[i] = Simplified.of(half);
    }
    return new String(units);
  }

  /// Looks for what is no word only where it may begin.
  private static String words(String text, Pattern noWords) {
    var words = new StringBuilder(text.length());
    Matcher match = noWords.matcher(text);
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      boolean found = mayBegin(text.charAt(at)) && match.region(at, text.length()).lookingAt();
      if (found) {
        words.append(text, copied, at).append(' ');
        copied = match.end();
      }
      at = found ? copied : at + 1;
    }
    return words.append(text, copied, text.length()).toString();
  }

  private static boolean mayBegin(char c) {
    return c == '`' || c == 'h' || c == 'H';
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }
}
