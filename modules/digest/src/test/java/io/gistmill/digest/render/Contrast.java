package io.gistmill.digest.render;

import java.util.Locale;

/// Contrast as WCAG 2.2 measures it, from 1 to 21.
final class Contrast {

  private Contrast() {}

  /// @param one a colour such as `#1f1f1d`
  static double of(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  /// The colour with its lightness (HSL) turned round and its hue kept, as programs without a dark
  /// style of their own do it.
  static String inverted(String colour) {
    int brightest = Math.max(channel(colour, 0), Math.max(channel(colour, 1), channel(colour, 2)));
    int darkest = Math.min(channel(colour, 0), Math.min(channel(colour, 1), channel(colour, 2)));
    int shift = 255 - brightest - darkest;
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        channel(colour, 0) + shift,
        channel(colour, 1) + shift,
        channel(colour, 2) + shift);
  }

  private static double luminance(String colour) {
    return 0.2126 * linear(channel(colour, 0))
        + 0.7152 * linear(channel(colour, 1))
        + 0.0722 * linear(channel(colour, 2));
  }

  private static int channel(String colour, int index) {
    return Integer.parseInt(colour, 1 + 2 * index, 3 + 2 * index, 16);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
