package io.gistmill.digest.desk.brief;

/// Brackets and quotes that open and close with different characters.
final class Brackets {

  private static final String OPENING = "「『《“（(【[";
  private static final String CLOSING = "」』》”）)】]";

  private Brackets() {}

  /// 1 for one that opens, -1 for one that closes, 0 for anything else.
  static int step(char c) {
    return OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
  }

  /// Of straight quotes nothing but their number tells whether they are closed.
  static boolean closeStraightQuotes(String text, int start, int end) {
    boolean open = false;
    for (int at = start; at < end; at++) {
      open ^= text.charAt(at) == '"';
    }
    return !open;
  }

  /// True when everything that opens in a part of a text closes there, and the other way round.
  static boolean balance(String text, int start, int end) {
    int depth = 0;
    for (int i = start; i < end && depth >= 0; i++) {
      depth += step(text.charAt(i));
    }
    return depth == 0;
  }
}
