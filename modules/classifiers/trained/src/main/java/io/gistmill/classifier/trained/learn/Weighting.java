package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.model.GramTable;

/// Which grams some examples teach, and how rare each is there.
///
/// @param known the grams that stand in at least two examples
/// @param idf by row of the table: 1 + ln((1 + n) / (1 + examples that have it))
record Weighting(GramTable known, float[] idf) {

  private static final int LEAST = 2;

  static Weighting of(Corpus corpus, int[] examples) {
    var counts = new int[GramTable.PLACES];
    var last = new int[GramTable.PLACES];
    for (int i = 0; i < examples.length; i++) {
      for (int gram : corpus.rows().get(examples[i]).grams()) {
        if (last[gram] != i + 1) {
          last[gram] = i + 1;
          counts[gram]++;
        }
      }
    }
    GramTable known = known(counts);
    var idf = new float[known.size()];
    for (int place = 0; place < counts.length; place++) {
      int row = known.row(place);
      if (row >= 0) {
        idf[row] = (float) (1 + StrictMath.log((1.0 + examples.length) / (1 + counts[place])));
      }
    }
    return new Weighting(known, idf);
  }

  private static GramTable known(int[] counts) {
    var bits = new long[counts.length / Long.SIZE];
    for (int place = 0; place < counts.length; place++) {
      if (counts[place] >= LEAST) {
        bits[place >>> 6] |= 1L << place;
      }
    }
    return new GramTable(bits);
  }

  /// An example over all features: grams by row, weighted and together of length 1, then the dense
  /// ones, then a constant.
  Sparse sparse(Row row) {
    var features = new int[row.grams().length + row.dense().length + 1];
    var values = new float[features.length];
    int size = 0;
    double squares = 0;
    for (int i = 0; i < row.grams().length; i++) {
      int at = known.row(row.grams()[i]);
      if (at >= 0) {
        float value = row.values()[i] * idf[at];
        features[size] = at;
        values[size++] = value;
        squares += value * value;
      }
    }
    float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < size; i++) {
      values[i] *= factor;
    }
    for (int d = 0; d < row.dense().length; d++) {
      if (row.dense()[d] != 0) {
        features[size] = idf.length + d;
        values[size++] = row.dense()[d];
      }
    }
    features[size] = idf.length + row.dense().length;
    values[size++] = 1;
    return new Sparse(
        java.util.Arrays.copyOf(features, size), java.util.Arrays.copyOf(values, size));
  }
}
