package io.gistmill.classifier.trained.text;

/// Addresses with a scheme that stand in a text: what they say is not what a post says.
///
/// One goes on until white space or a character beyond ASCII, as they are pasted into Chinese; the
/// marks behind it belong to it.
public final class Addresses {

  private Addresses() {}

  /// The end of the address that begins at a place.
  ///
  /// @param limit behind the last unit that is read
  /// @return `at` where none begins there
  static int endOf(String text, int at, int limit) {
    if (!begins(text, at)) {
      return at;
    }
    int to = at;
    while (to < limit && text.charAt(to) > ' ' && text.charAt(to) < 0x7F) {
      to++;
    }
    return to;
  }

  /// The text with blanks in place of its addresses; all else keeps its place.
  public static String blanked(String text) {
    if (!text.contains("://")) {
      return text;
    }
    var blanked = new StringBuilder(text);
    int at = 0;
    while (at < text.length()) {
      int end = endOf(text, at, text.length());
      for (int i = at; i < end; i++) {
        blanked.setCharAt(i, ' ');
      }
      at = Math.max(end, at + 1);
    }
    return blanked.toString();
  }

  private static boolean begins(String text, int at) {
    return text.regionMatches(true, at, "http://", 0, 7)
        || text.regionMatches(true, at, "https://", 0, 8)
        || text.regionMatches(true, at, "ftp://", 0, 6);
  }
}
