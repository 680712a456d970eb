package io.gistmill.classifier.trained.text;

/// Addresses with a scheme that stand in a text: what they say is not what a post says.
///
/// One goes on until white space or a character beyond ASCII, as they are pasted into Chinese.
public final class Addresses {

  private Addresses() {}

  /// The end of the address that begins at a place.
  ///
  /// @param end behind the last unit that is read
  /// @return `at` where none begins there
  static int end(String text, int at, int end) {
    if (!begins(text, at)) {
      return at;
    }
    int to = at;
    while (to < end && text.charAt(to) > ' ' && text.charAt(to) < 0x7F) {
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
    for (int at = 0; at < text.length(); at++) {
      int end = end(text, at, text.length());
      while (at < end) {
        blanked.setCharAt(at++, ' ');
      }
    }
    return blanked.toString();
  }

  private static boolean begins(String text, int at) {
    return text.regionMatches(true, at, "http://", 0, 7)
        || text.regionMatches(true, at, "https://", 0, 8)
        || text.regionMatches(true, at, "ftp://", 0, 6);
  }
}
