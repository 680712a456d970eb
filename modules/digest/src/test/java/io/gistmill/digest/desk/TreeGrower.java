package io.gistmill.digest.desk;

import io.gistmill.digest.desk.CutFinder.Bounds;
import io.gistmill.digest.desk.CutFinder.Cut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Grows trees over the same rows, best leaf first.
///
/// No split goes against the sense of its feature: what lies behind its two sides is held apart at
/// the middle between their values.
final class TreeGrower {

  private static final int LEAVES = 5;
  private static final double RATE = 0.05;

  private final int[][] values;
  private final CutFinder cuts;

  /// @param values of each row, in hundredths
  /// @param slopes of the loss, by row: where it would have the score go
  /// @param curves of the loss, by row: how soon it is there
  private TreeGrower(int[][] values, double[] slopes, double[] curves) {
    this.values = values;
    this.cuts = new CutFinder(values, slopes, curves);
  }

  /// One tree.
  static StoryTree grow(int[][] values, double[] slopes, double[] curves) {
    return new TreeGrower(values, slopes, curves).grow();
  }

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

    /// Of its cut; every one gains something.
    double gain() {
      return cut == null ? 0 : cut.gain();
    }
  }

  private StoryTree grow() {
    var bounds = new Bounds(-Double.MAX_VALUE, Double.MAX_VALUE);
    int[] all = IntStream.range(0, values.length).toArray();
    Place root = place(all, bounds, cuts.value(all, bounds));
    List<Place> open = new ArrayList<>(List.of(root));
    for (int leaves = 1; leaves < LEAVES; leaves++) {
      Place next = Collections.max(open, Comparator.comparingDouble(Place::gain));
      if (next.cut == null) {
        break;
      }
      split(next, next.cut);
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
    place.cut = cuts.best(rows, bounds);
    return place;
  }

  private void split(Place place, Cut cut) {
    double middle = (cut.below() + cut.from()) / 2;
    Bounds low = new Bounds(place.bounds.least(), middle);
    Bounds high = new Bounds(middle, place.bounds.most());
    place.below =
        place(side(place.rows, cut, true), boundsOfSide(cut, place.bounds, low, high), cut.below());
    place.from =
        place(side(place.rows, cut, false), boundsOfSide(cut, place.bounds, high, low), cut.from());
  }

  private static Bounds boundsOfSide(Cut cut, Bounds free, Bounds rising, Bounds falling) {
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
}
