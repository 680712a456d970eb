package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.model.GramTable;
import io.gistmill.classifier.trained.model.PostEncoder;
import io.gistmill.classifier.trained.text.Bag;

/// One example as numbers.
///
/// @param grams places of its grams among all that hashes can name; a place may stand twice
/// @param values what the count of each is worth
/// @param dense the other features
/// @param sentence the rounded vector of the sentence, by which neighbours are found; empty without
record Row(int[] grams, float[] values, float[] dense, byte[] sentence) {

  static Row of(PostEncoder encoder) {
    Bag bag = encoder.bag();
    var grams = new int[bag.size()];
    var values = new float[bag.size()];
    for (int i = 0; i < grams.length; i++) {
      grams[i] = GramTable.place(bag.hash(i));
      values[i] = PostEncoder.dampened(bag.count(i));
    }
    return new Row(grams, values, encoder.dense().clone(), encoder.sentence());
  }
}
