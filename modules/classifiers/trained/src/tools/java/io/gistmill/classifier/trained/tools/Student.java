package io.gistmill.classifier.trained.tools;

import java.util.Random;

/// Word vectors whose weighted sum points where the teacher's vector of the whole text does, as
/// nearly as can be: descent along the gradient of the cosine, each number at a pace of its own.
///
/// (The pace: Duchi, Hazan and Singer, "Adaptive subgradient methods", 2011.)
final class Student {

  private static final int ROUNDS = 8;
  private static final double PACE = 0.05;

  private final float[][] vectors;
  private final float[][] paces;

  /// @param vectors to begin with, by word; changed
  Student(float[][] vectors) {
    this.vectors = vectors;
    this.paces = new float[vectors.length][vectors[0].length];
  }

  /// @param words of the text
  /// @param times how much each of them counts
  /// @param target the teacher's vector, of length 1
  /// @param importance of the text
  record Lesson(int[] words, float[] times, float[] target, double importance) {}

  void learn(Lesson[] lessons) {
    var random = new Random(5);
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(lessons, random);
      double cosines = 0;
      for (Lesson lesson : lessons) {
        cosines += learn(lesson);
      }
      System.out.println("round " + round + ", mean cosine " + cosines / lessons.length);
    }
  }

  private double learn(Lesson lesson) {
    int dims = lesson.target().length;
    var sum = new double[dims];
    for (int k = 0; k < lesson.words().length; k++) {
      for (int d = 0; d < dims; d++) {
        sum[d] += lesson.times()[k] * vectors[lesson.words()[k]][d];
      }
    }
    double length = 1e-6;
    for (double value : sum) {
      length += value * value;
    }
    length = Math.sqrt(length);
    double cosine = 0;
    for (int d = 0; d < dims; d++) {
      sum[d] /= length;
      cosine += sum[d] * lesson.target()[d];
    }
    for (int d = 0; d < dims; d++) {
      double gradient = (cosine * sum[d] - lesson.target()[d]) * lesson.importance() / length;
      step(lesson, d, gradient);
    }
    return cosine;
  }

  private void step(Lesson lesson, int d, double gradient) {
    for (int k = 0; k < lesson.words().length; k++) {
      int word = lesson.words()[k];
      double slope = gradient * lesson.times()[k];
      paces[word][d] += (float) (slope * slope);
      vectors[word][d] -= (float) (PACE * slope / Math.sqrt(paces[word][d] + 1e-4));
    }
  }

  private static void shuffle(Lesson[] lessons, Random random) {
    for (int i = lessons.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Lesson kept = lessons[i];
      lessons[i] = lessons[j];
      lessons[j] = kept;
    }
  }
}
