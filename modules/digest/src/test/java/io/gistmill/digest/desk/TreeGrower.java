package io.gistmill.digest.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Grows one tree after the other over the same rows, best leaf first.
///
/// No split goes against the sense of its feature: what lies behind its two sides is held apart at
/// the middle between their values.
final class TreeGrower {

  private static final int LEAVES = 5;
  private static final int LEAST_ROWS = 20;
  private static final double RIDGE = 1;
  private static final double RATE = 0.05;
  private static final double LEAST_CURVE = 1;
  private static final int HIGHEST = 100;
  private static final Feature[] FEATURES = Feature.values();

  private final int[][] values;
  private double[] slopes = {};
  private double[] curves = {};

  /// @param values of each row, in hundredths
  TreeGrower(int[][] values) {
    this.values = values;
  }

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

  private record Bounds(double least, double most) {}

  private record Cut(Feature feature, int least, double gain, double below, double from) {}

  /// Rows that end in the same place.
  private static final class Place {
    private final int[] rows;
    private final Bounds bounds;
    private final double value;
    private @Nullable Cut cut;
    private @Nullable Place below;
    private @Nullable Place from;

    Place(int[] rows, Bounds bounds, double value) {
      this.rows = rows;
      this.bounds = bounds;
      this.value = value;
    }
  }

  /// @param slopes of the loss, by row: where it would have the score go
  StoryTree grow(double[] slopes, double[] curves) {
    this.slopes = slopes;
    this.curves = curves;
    var bounds = new Bounds(-Double.MAX_VALUE, Double.MAX_VALUE);
    int[] all = IntStream.range(0, values.length).toArray();
    Place root = place(all, bounds, sum(all).best(bounds));
    List<Place> open = new ArrayList<>(List.of(root));
    for (int leaves = 1; leaves < LEAVES; leaves++) {
      Place next =
          open.stream()
              .filter(place -> place.cut != null)
              .max(Comparator.comparingDouble(place -> place.cut == null ? 0 : place.cut.gain()))
              .orElse(null);
      if (next == null) {
        break;
      }
      split(next);
      open.remove(next);
      open.add(next.below);
      open.add(next.from);
    }
    return tree(root);
  }

  private static StoryTree tree(Place place) {
    if (place.below == null || place.from == null || place.cut == null) {
      return new StoryTree.Leaf((int) Math.round(1000 * RATE * place.value));
    }
    return new StoryTree.Split(
        place.cut.feature(), place.cut.least(), tree(place.below), tree(place.from));
  }

  private Place place(int[] rows, Bounds bounds, double value) {
    var place = new Place(rows, bounds, value);
    place.cut = bestCut(rows, bounds);
    return place;
  }

  private void split(Place place) {
    Cut cut = place.cut;
    if (cut == null) {
      return;
    }
    double middle = (cut.below() + cut.from()) / 2;
    Bounds low = new Bounds(place.bounds.least(), middle);
    Bounds high = new Bounds(middle, place.bounds.most());
    place.below =
        place(side(place.rows, cut, true), boundsBelow(cut, place.bounds, low, high), cut.below());
    place.from =
        place(side(place.rows, cut, false), boundsBelow(cut, place.bounds, high, low), cut.from());
  }

  private static Bounds boundsBelow(Cut cut, Bounds free, Bounds rising, Bounds falling) {
    return switch (cut.feature().sense()) {
      case EITHER -> free;
      case FOR -> rising;
      case AGAINST -> falling;
    };
  }

  private int[] side(int[] rows, Cut cut, boolean below) {
    int place = cut.feature().ordinal();
    return IntStream.of(rows).filter(row -> values[row][place] < cut.least() == below).toArray();
  }

  private @Nullable Cut bestCut(int[] rows, Bounds bounds) {
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
