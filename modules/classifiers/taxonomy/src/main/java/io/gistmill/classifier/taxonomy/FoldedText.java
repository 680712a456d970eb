package io.gistmill.classifier.taxonomy;

import java.util.Arrays;

/// A text as it is searched, with the way back to the original: units are those of [Folding], and
/// white space that stands together is one space.
///
/// @param units not copied
/// @param origins by unit: its offset in the original
record FoldedText(char[] units, int[] origins) {

  private static final String ADDRESS = "://";

  static FoldedText of(String text) {
    return of(text, false);
  }

  /// Addresses count as white space.
  static FoldedText withoutAddresses(String text) {
    return of(text, text.contains(ADDRESS));
  }

  private static FoldedText of(String text, boolean skipsAddresses) {
    var units = new char[text.length()];
    var origins = new int[text.length()];
    int size = 0;
    int at = 0;
    while (at < text.length()) {
      boolean address = skipsAddresses && text.startsWith(ADDRESS, at);
      char unit = address ? ' ' : Folding.of(text.charAt(at));
      boolean again = unit == ' ' && size > 0 && units[size - 1] == ' ';
      if (unit != Folding.DROPPED && !again) {
        units[size] = unit;
        origins[size++] = at;
      }
      at = address ? addressEnd(text, at) : at + 1;
    }
    return new FoldedText(Arrays.copyOf(units, size), Arrays.copyOf(origins, size));
  }

  private static int addressEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 0x7F) {
      end++;
    }
    return end;
  }

  /// A term as it is looked up, without space at its ends.
  static String term(String text) {
    return new String(of(text).units()).strip();
  }

  /// Where a unit stands in the original.
  int origin(int unit) {
    return origins[unit];
  }

  /// Where a stretch of some units ends in the original.
  ///
  /// @param end behind its last unit
  int originEnd(int end) {
    return origins[end - 1] + 1;
  }
}
