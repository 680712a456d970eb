package io.gistmill.digest.render;

import java.util.regex.Pattern;

/// Measures text on a screen of fixed-width letters, by Unicode's East Asian Width (UAX 11).
///
/// A grapheme cluster takes as much room as its widest letter, so that marks, joined emoji and
/// flags count once. The platform does not tell the widths, so blocks stand for single letters; no
/// narrow letter of a living script is taken for a wide one.
///
/// @param eastAsian whether ambiguous signs, such as `“` and `—`, are wide: they are in fonts for
///   Chinese, Japanese and Korean
record Columns(boolean eastAsian) {

  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final int EMOJI_STYLE = 0xFE0F;

  /// @param text decides on ambiguous signs
  static Columns in(String text) {
    return new Columns(text.codePoints().anyMatch(Columns::isWide));
  }

  int of(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (!standsAlone(sign)) {
        return ofClusters(text);
      }
      columns += ofCodePoint(sign);
    }
    return columns;
  }

  /// Whether a sign joins with no other: Latin letters and what Chinese is mostly written in.
  private static boolean standsAlone(char sign) {
    return within(sign, 0x20, 0x2FF)
        || within(sign, 0x4E00, 0x9FFF)
        || within(sign, 0x3000, 0x3029)
        || within(sign, 0xFF01, 0xFF60)
        || within(sign, 0x2010, 0x2027);
  }

  private int ofClusters(String text) {
    return CLUSTER.matcher(text).results().mapToInt(cluster -> ofCluster(cluster.group())).sum();
  }

  private int ofCluster(String cluster) {
    return cluster.codePoints().map(this::ofCodePoint).max().orElse(0);
  }

  private int ofCodePoint(int codePoint) {
    if (codePoint == EMOJI_STYLE || isWide(codePoint) || (eastAsian && isAmbiguous(codePoint))) {
      return 2;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> 1;
    };
  }

  static boolean isWide(int codePoint) {
    return Character.isEmojiPresentation(codePoint)
        || within(codePoint, 0x1100, 0x115F)
        || within(codePoint, 0x2E80, 0x303E)
        || within(codePoint, 0x3041, 0xA4CF)
        || within(codePoint, 0xA960, 0xA97C)
        || within(codePoint, 0xAC00, 0xD7A3)
        || within(codePoint, 0xF900, 0xFAFF)
        || within(codePoint, 0xFE30, 0xFE6F)
        || within(codePoint, 0xFF01, 0xFF60)
        || within(codePoint, 0xFFE0, 0xFFE6)
        || within(codePoint, 0x20000, 0x3FFFD);
  }

  /// Signs, not letters: Greek and Cyrillic are ambiguous too, but narrow in today's fonts.
  private static boolean isAmbiguous(int codePoint) {
    return within(codePoint, 0x2010, 0x2027)
        || within(codePoint, 0x2030, 0x203B)
        || within(codePoint, 0x2190, 0x21FF)
        || within(codePoint, 0x2460, 0x24FF)
        || within(codePoint, 0x2500, 0x27BF)
        || "§¨°±´¶·×÷".indexOf(codePoint) >= 0;
  }

  private static boolean within(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
