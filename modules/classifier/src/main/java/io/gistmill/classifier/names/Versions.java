package io.gistmill.classifier.names;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which words behind a name tell its release or its size: `1.5`, `8x7B`, `Pro`.
final class Versions {

  private static final int MOST = 4;

  private static final Pattern NUMBER =
      Pattern.compile(
          "v?[0-9]{1,3}(?:\\.[0-9]{1,3}){0,3}[a-z]?|[0-9]{1,3}(?:\\.[0-9]+)?[xb]|[0-9]{1,2}x[0-9]{1,3}b");
  private static final Pattern LATER_COUNT =
      Pattern.compile(
          " ?(?:[个次天种位年月张条款倍步遍万亿秒分层周岁点小家人篇%]|:[0-9]|(?i:[gmtk]b)\\b).*", Pattern.DOTALL);
  private static final SortedSet<String> TIERS =
      new TreeSet<>(
          List.of(
              "alpha",
              "base",
              "beta",
              "chat",
              "coder",
              "flash",
              "haiku",
              "instruct",
              "large",
              "lite",
              "max",
              "medium",
              "mini",
              "nano",
              "omni",
              "opus",
              "plus",
              "preview",
              "pro",
              "small",
              "sonnet",
              "turbo",
              "ultra",
              "vision",
              "vl",
              "xl"));

  private Versions() {}

  /// Where the versions end that begin here.
  static int end(List<Piece> pieces, int from, String text) {
    int end = from;
    while (end < pieces.size()
        && end - from < MOST
        && isVersion(pieces.get(end), end > from, text)) {
      end++;
    }
    return end;
  }

  private static boolean isVersion(Piece piece, boolean later, String text) {
    if (!piece.follows()) {
      return false;
    }
    if (TIERS.contains(piece.lower())) {
      return later || piece.isCapitalised() || piece.gap() == Piece.Gap.JOINED;
    }
    return NUMBER.matcher(piece.lower()).matches()
        && (piece.gap() == Piece.Gap.JOINED || !isCount(piece, text));
  }

  /// Whether it says how many there are of what is named behind it.
  static boolean isCount(Piece piece, String text) {
    String rest = text.substring(piece.end(), Math.min(text.length(), piece.end() + 4));
    return piece.text().indexOf('.') < 0 && LATER_COUNT.matcher(rest).matches();
  }

  /// How a version is told from another: `v1.0` is `1`.
  static String key(List<Piece> versions) {
    var key = new StringBuilder();
    for (Piece piece : versions) {
      String part = piece.lower();
      String plain = part.matches("v\\d.*") ? part.substring(1) : part;
      key.append(key.isEmpty() ? "" : " ");
      key.append(plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain);
    }
    return key.toString();
  }
}
