package io.gistmill.domain;

/// Names and accounts of people as they are shown: without signs that show as nothing or turn the
/// direction of what follows, so that nobody looks like somebody else or turns the line around.
///
/// What is stored, compared, muted or answered to programs keeps them. A sign that joins two
/// pictures to one stays.
public final class ShownName {

  private static final char JOINER = '\u200D';

  private ShownName() {}

  /// Line breaks and other control characters are left to those who show it.
  public static String of(String name) {
    return name.codePoints().noneMatch(ShownName::isUnseen) ? name : withoutUnseen(name);
  }

  private static String withoutUnseen(String name) {
    var shown = new StringBuilder(name.length());
    int codePoint;
    for (int at = 0; at < name.length(); at += Character.charCount(codePoint)) {
      codePoint = name.codePointAt(at);
      if (!isUnseen(codePoint) || joinsPictures(name, at)) {
        shown.appendCodePoint(codePoint);
      }
    }
    return shown.toString();
  }

  /// Formats, and letters of Hangul that fill a place.
  private static boolean isUnseen(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x3164
        || codePoint == 0xFFA0;
  }

  private static boolean joinsPictures(String name, int at) {
    return name.charAt(at) == JOINER
        && at > 0
        && at + 1 < name.length()
        && endsPicture(name.codePointBefore(at))
        && Character.isExtendedPictographic(name.codePointAt(at + 1));
  }

  /// A picture may have a skin tone or a sign behind it that asks for colours.
  private static boolean endsPicture(int codePoint) {
    return Character.isExtendedPictographic(codePoint)
        || Character.isEmojiModifier(codePoint)
        || codePoint == 0xFE0F;
  }
}
