package io.gistmill.classifier.embedding;

import io.gistmill.domain.Emphasis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// How much each number of a stretch's vector says of its being quoted: the part of a logistic
/// regression that looks at vectors. They were learnt, together with the weights of what else is
/// known of a sentence, from posts that editors marked.
///
/// @param constant so that the sentences of those posts come to nought on average
/// @param weights one for each number of a vector
public record EmphasisWeights(double constant, double[] weights) {

  /// Lies beside this class: millionths, the constant first, one a line.
  private static final String FILE = "emphasis-weights.txt";

  /// One more whenever windows, stretches or their vectors are made in another way.
  private static final int READING = 2;

  private static final double MILLIONTHS = 1_000_000;
  private static final int TENTHS = 10;

  /// Those that were learnt last.
  public static EmphasisWeights shipped() {
    return Shipped.WEIGHTS;
  }

  /// What is said of a text.
  ///
  /// @param stretches their vectors, as [BgeEmbedder#stretches] gives them
  public Emphasis emphasis(float[][] stretches) {
    List<Integer> strengths = new ArrayList<>(stretches.length);
    for (float[] stretch : stretches) {
      strengths.add(strength(stretch));
    }
    return new Emphasis(strengths);
  }

  private int strength(float[] stretch) {
    double sum = constant;
    for (int d = 0; d < stretch.length; d++) {
      sum += weights[d] * stretch[d];
    }
    return Math.clamp(Math.round(TENTHS * sum), -Emphasis.STRONGEST, Emphasis.STRONGEST);
  }

  /// Changes whenever one of them does, or how a text is read for them.
  public String version() {
    return READING + "-" + Integer.toHexString(lines().hashCode());
  }

  /// As they are written in a file.
  public List<String> lines() {
    return DoubleStream.concat(DoubleStream.of(constant), Arrays.stream(weights))
        .mapToObj(weight -> Long.toString(Math.round(MILLIONTHS * weight)))
        .toList();
  }

  private static final class Shipped {
    static final EmphasisWeights WEIGHTS = read();

    private static EmphasisWeights read() {
      try (InputStream file = EmphasisWeights.class.getResourceAsStream(FILE)) {
        if (file == null) {
          throw new IllegalStateException(FILE + " is missing from the jar");
        }
        double[] all =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                .lines()
                .mapToDouble(line -> Long.parseLong(line) / MILLIONTHS)
                .toArray();
        if (all.length != 1 + BgeEmbedder.DIMS) {
          throw new IllegalStateException(FILE + " has " + all.length + " lines");
        }
        return new EmphasisWeights(all[0], Arrays.copyOfRange(all, 1, all.length));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
