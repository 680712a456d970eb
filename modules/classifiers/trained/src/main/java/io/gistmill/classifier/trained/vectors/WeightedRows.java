package io.gistmill.classifier.trained.vectors;

import java.util.Arrays;

/// The sum of some rows of a table of bytes, each times its factor. Reused from post to post; for
/// one thread at a time.
///
/// Most time goes into fetching rows from all over a large table. So all are gathered before they
/// are added, and the first number of each is added while gathering: the processor then fetches
/// many at once.
public final class WeightedRows {

  private final byte[] table;
  private final int width;

  /// By row that was gathered: its place in the table, and its factor.
  private int[] places = new int[1024];

  private float[] factors = new float[1024];
  private int size;
  private float first;

  /// @param table of rows one behind the other; not copied
  /// @param width of a row
  /// @throws IllegalArgumentException when it is below 1
  public WeightedRows(byte[] table, int width) {
    if (width < 1) {
      throw new IllegalArgumentException("rows should be 1 wide or more, not " + width);
    }
    this.table = table;
    this.width = width;
  }

  public void clear() {
    size = 0;
    first = 0;
  }

  public void add(int row, float factor) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
      factors = Arrays.copyOf(factors, size * 2);
    }
    int place = row * width;
    places[size] = place;
    factors[size++] = factor;
    first += factor * table[place];
  }

  /// Adds up in the order in which the rows came, on which rounding depends.
  ///
  /// @param sum gets the sum as its first numbers
  public void sum(float[] sum) {
    Arrays.fill(sum, 0, width, 0);
    sum[0] = first;
    int i = 0;
    for (; i + 4 <= size; i += 4) {
      addFour(sum, i);
    }
    for (; i < size; i++) {
      addOne(sum, i);
    }
  }

  /// In one loop, which takes up the sum and puts it down once for all four.
  private void addFour(float[] sum, int i) {
    int a = places[i];
    int b = places[i + 1];
    int c = places[i + 2];
    int d = places[i + 3];
    float byA = factors[i];
    float byB = factors[i + 1];
    float byC = factors[i + 2];
    float byD = factors[i + 3];
    for (int k = 1; k < width; k++) {
      float two = sum[k] + byA * table[a + k] + byB * table[b + k];
      sum[k] = two + byC * table[c + k] + byD * table[d + k];
    }
  }

  private void addOne(float[] sum, int i) {
    int place = places[i];
    float factor = factors[i];
    for (int k = 1; k < width; k++) {
      sum[k] += factor * table[place + k];
    }
  }
}
