package io.gistmill.domain;

import java.util.List;

/// How strongly each part of a post's text speaks for the whole, as a classifier judges that has
/// read all of it.
///
/// @param strengths of stretches of [#STRETCH] UTF-16 units, in the order of the text, in tenths of
///   log-odds: the greater, the likelier an editor would quote that stretch, and 0 is as likely as
///   any; nothing is known of what lies behind the last
/// @throws IllegalArgumentException for more than [#MOST] strengths, or for one beyond [#STRONGEST]
public record Emphasis(List<Integer> strengths) {

  /// Nothing is known.
  public static final Emphasis NONE = new Emphasis(List.of());

  /// UTF-16 units of a stretch; the last one may be shorter.
  public static final int STRETCH = 8;

  /// The most stretches that are told of.
  public static final int MOST = 4_096;

  /// The greatest strength, and the least below nought.
  public static final int STRONGEST = 100;

  public Emphasis {
    strengths = List.copyOf(strengths);
    if (strengths.size() > MOST) {
      throw new IllegalArgumentException(
          "an emphasis has at most " + MOST + " strengths, not " + strengths.size());
    }
    strengths.forEach(Emphasis::check);
  }

  private static void check(int strength) {
    if (Math.abs((long) strength) > STRONGEST) {
      throw new IllegalArgumentException(
          "a strength lies between -" + STRONGEST + " and " + STRONGEST + ": " + strength);
    }
  }

  /// Whether anything is known.
  public boolean known() {
    return !strengths.isEmpty();
  }

  /// How many stretches a text has.
  ///
  /// @param length in UTF-16 units
  public static int stretches(int length) {
    return Math.ceilDiv(length, STRETCH);
  }

  /// The mean strength of a part of the text, in thousandths of log-odds; 0 where nothing is known.
  ///
  /// @param start offset of its first UTF-16 unit, from 0
  /// @param end offset behind its last
  public int between(int start, int end) {
    int from = Math.min(strengths.size(), start / STRETCH);
    int to = Math.min(strengths.size(), stretches(end));
    int sum = 0;
    for (int strength : strengths.subList(from, Math.max(from, to))) {
      sum += strength;
    }
    return from < to ? 100 * sum / (to - from) : 0;
  }
}
