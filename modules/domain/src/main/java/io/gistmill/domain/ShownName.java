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
    return name.chars().noneMatch(ShownName::isUnseen) ? name : withoutUnseen(name);
  }

  private static String withoutUnseen(String name) {
    var shown = new StringBuilder(name.length());
    for (int at = 0; at < name.length(); at++) {
      if (!isUnseen(name.charAt(at)) || joinsPictures(name, at)) {
        shown.append(name.charAt(at));
      }
    }
    return shown.toString();
  }

  private static boolean isUnseen(int sign) {
    return (sign >= 0x200B && sign <= 0x200D)
        || (sign >= 0x202A && sign <= 0x202E)
        || (sign >= 0x2066 && sign <= 0x2069)
        || sign == 0x2060
        || sign == 0xFEFF;
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
