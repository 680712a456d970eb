package io.gistmill.digest.desk;

import org.jspecify.annotations.Nullable;

/// Finds the question that best tells some rows apart, without going against the sense of its
/// feature.
final class CutFinder {

  private static final int LEAST_ROWS = 20;
  private static final double RIDGE = 1;
  private static final double LEAST_CURVE = 1;
  private static final int HIGHEST = 100;
  private static final Feature[] FEATURES = Feature.values();

  private final int[][] values;
  private final double[] slopes;
  private final double[] curves;

  /// See [TreeGrower].
  CutFinder(int[][] values, double[] slopes, double[] curves) {
    this.values = values;
    this.slopes = slopes;
    this.curves = curves;
  }

  /// Between which the value of a place must lie.
  record Bounds(double least, double most) {}

  /// @param least value of the feature with which a row lies on the further side
  /// @param gain by how much the loss is less
  /// @param below value of the near side
  /// @param from value of the further side
  record Cut(Feature feature, int least, double gain, double below, double from) {}

  /// What is known of some rows.
  private record Sum(int rows, double slope, double curve) {
    static final Sum NOTHING = new Sum(0, 0, 0);

    Sum plus(Sum other) {
      return new Sum(rows + other.rows, slope + other.slope, curve + other.curve);
    }

    Sum minus(Sum other) {
      return new Sum(rows - other.rows, slope - other.slope, curve - other.curve);
    }

    boolean isEnough() {
      return rows >= LEAST_ROWS && curve >= LEAST_CURVE;
    }

    double best(Bounds bounds) {
      return Math.clamp(slope / (curve + RIDGE), bounds.least(), bounds.most());
    }

    double gain(double value) {
      return slope * value - (curve + RIDGE) * value * value / 2;
    }
  }

  /// The one value that is best for some rows.
  double value(int[] rows, Bounds bounds) {
    return sum(rows).best(bounds);
  }

  /// Null when none gains anything.
  @Nullable Cut best(int[] rows, Bounds bounds) {
    Sum all = sum(rows);
    double alone = all.gain(all.best(bounds));
    Cut best = null;
    for (Feature feature : FEATURES) {
      Sum[] sums = sums(rows, feature);
      Sum below = Sum.NOTHING;
      for (int least = 1; least <= HIGHEST; least++) {
        below = below.plus(sums[least - 1]);
        Cut cut = cut(feature, least, below, all.minus(below), bounds, alone);
        boolean taken = sums[least - 1].rows() > 0;
        if (taken && cut != null && (best == null || cut.gain() > best.gain())) {
          best = cut;
        }
      }
    }
    return best;
  }

  /// Null when it gains nothing, leaves too few on one side or goes against the sense.
  private static @Nullable Cut cut(
      Feature feature, int least, Sum below, Sum from, Bounds bounds, double alone) {
    if (!below.isEnough() || !from.isEnough()) {
      return null;
    }
    double low = below.best(bounds);
    double high = from.best(bounds);
    boolean sensible =
        switch (feature.sense()) {
          case EITHER -> true;
          case FOR -> low <= high;
          case AGAINST -> low >= high;
        };
    double gain = below.gain(low) + from.gain(high) - alone;
    return sensible && gain > 1e-9 ? new Cut(feature, least, gain, low, high) : null;
  }

  private Sum sum(int[] rows) {
    double slope = 0;
    double curve = 0;
    for (int row : rows) {
      slope += slopes[row];
      curve += curves[row];
    }
    return new Sum(rows.length, slope, curve);
  }

  /// By value.
  private Sum[] sums(int[] rows, Feature feature) {
    var counts = new int[HIGHEST + 1];
    var slope = new double[HIGHEST + 1];
    var curve = new double[HIGHEST + 1];
    for (int row : rows) {
      int value = values[row][feature.ordinal()];
      counts[value]++;
      slope[value] += slopes[row];
      curve[value] += curves[row];
    }
    var sums = new Sum[HIGHEST + 1];
    for (int i = 0; i <= HIGHEST; i++) {
      sums[i] = new Sum(counts[i], slope[i], curve[i]);
    }
    return sums;
  }
}
