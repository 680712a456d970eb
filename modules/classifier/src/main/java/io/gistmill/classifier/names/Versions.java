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

  /// Where the versions end that begin here; another one behind a slash is not of them.
  static int end(List<Piece> pieces, int from, String text) {
    int end = from;
    while (end < pieces.size()
        && end - from < MOST
        && (end == from || !isBehindSlash(pieces.get(end), text))
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
        && (piece.gap() == Piece.Gap.JOINED && !isBehindSlash(piece, text)
            || !Counts.isCount(piece, text));
  }

  /// The `3` of `2/3`, and the `Flash` of `Pro/Flash`.
  static boolean isBehindSlash(Piece piece, String text) {
    return piece.gap() == Piece.Gap.JOINED && text.charAt(piece.start() - 1) == '/';
  }

  /// What one release has in common with another of its kind that stands behind it: the `2.5` of
  /// `2.5 Pro/Flash`, and nothing of `3.5/4`.
  static List<Piece> shared(List<Piece> one, Piece other) {
    Kind kind = Kind.of(other);
    int end = 0;
    while (end < one.size() && Kind.of(one.get(end)) != kind) {
      end++;
    }
    return one.subList(0, end);
  }

  private enum Kind {
    NUMBER,
    SIZE,
    TIER;

    static Kind of(Piece version) {
      if (!version.startsWithDigit()) {
        return version.lower().startsWith("v") && !TIERS.contains(version.lower()) ? NUMBER : TIER;
      }
      return version.lower().endsWith("b") ? SIZE : NUMBER;
    }
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
