package io.gistmill.classifier.trained.model;

import io.gistmill.domain.Fixed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Labelled examples, by which a text is judged that means much the same. Immutable by convention.
///
/// @param vectors by example, as [Sentences] rounds them, in whole numbers
/// @param topics places in the model of the topics of each example
/// @param texts how each example begins
public record Neighbours(int[][] vectors, short[][] topics, List<String> texts) {

  /// For models that know no examples.
  public static final Neighbours NONE = new Neighbours(new int[0][], new short[0][], List.of());

  public Neighbours {
    texts = List.copyOf(texts);
  }

  int size() {
    return texts.size();
  }

  /// Numbers of a vector.
  int dims() {
    return vectors.length == 0 ? 0 : vectors[0].length;
  }

  /// The share of each topic in the examples nearest to a text; see [Votes].
  double[] votes(byte[] vector, int count) {
    var votes = new Votes(count);
    int[] wide = Votes.widened(vector);
    int[] dots = Arrays.stream(vectors).mapToInt(other -> Votes.dot(wide, other)).toArray();
    for (int example : Votes.nearest(dots, Votes.ASKED)) {
      votes.add(topics[example], dots[example]);
    }
    return votes.shares();
  }

  /// The example of a topic that is nearest to a text.
  Optional<Like> like(byte[] vector, int topic) {
    int[] wide = Votes.widened(vector);
    int best = -1;
    int most = Integer.MIN_VALUE;
    for (int i = 0; i < size(); i++) {
      if (Arrays.stream(toInts(topics[i])).anyMatch(place -> place == topic)) {
        int dot = Votes.dot(wide, vectors[i]);
        best = dot > most ? i : best;
        most = Math.max(most, dot);
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(like(wide, best, most));
  }

  private Like like(int[] vector, int example, int dot) {
    int[] other = vectors[example];
    double lengths = Math.sqrt(Votes.dot(vector, vector)) * Math.sqrt(Votes.dot(other, other));
    double cosine = lengths == 0 ? 0 : dot / lengths;
    return new Like(texts.get(example), Fixed.of(Math.min(1, Math.max(0, cosine))));
  }

  private static int[] toInts(short[] places) {
    var ints = new int[places.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = places[i];
    }
    return ints;
  }
}
