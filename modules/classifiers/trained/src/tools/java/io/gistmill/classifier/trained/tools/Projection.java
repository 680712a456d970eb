package io.gistmill.classifier.trained.tools;

/// The first principal components of weighted vectors, by subspace iteration from fixed starts.
final class Projection {

  private static final int ROUNDS = 40;

  private final double[] mean;
  private final double[][] axes;

  Projection(float[][] vectors, double[] weights, int dims) {
    int width = vectors[0].length;
    mean = mean(vectors, weights, width);
    double[][] covariance = covariance(vectors, weights, width);
    axes = new double[dims][width];
    var random = new java.util.Random(1);
    for (double[] axis : axes) {
      for (int d = 0; d < width; d++) {
        axis[d] = random.nextGaussian();
      }
    }
    orthonormalise();
    for (int round = 0; round < ROUNDS; round++) {
      for (int a = 0; a < dims; a++) {
        axes[a] = times(covariance, axes[a]);
      }
      orthonormalise();
    }
  }

  float[][] all(float[][] vectors) {
    var small = new float[vectors.length][];
    for (int i = 0; i < small.length; i++) {
      small[i] = of(vectors[i]);
    }
    return small;
  }

  float[] of(float[] vector) {
    var small = new float[axes.length];
    for (int a = 0; a < axes.length; a++) {
      double sum = 0;
      for (int d = 0; d < mean.length; d++) {
        sum += axes[a][d] * (vector[d] - mean[d]);
      }
      small[a] = (float) sum;
    }
    return small;
  }

  private static double[] mean(float[][] vectors, double[] weights, int width) {
    var mean = new double[width];
    double total = 0;
    for (int i = 0; i < vectors.length; i++) {
      total += weights[i];
      for (int d = 0; d < width; d++) {
        mean[d] += weights[i] * vectors[i][d];
      }
    }
    for (int d = 0; d < width; d++) {
      mean[d] /= total;
    }
    return mean;
  }

  private double[][] covariance(float[][] vectors, double[] weights, int width) {
    var sums = new double[width][width];
    var centred = new double[width];
    for (int i = 0; i < vectors.length; i++) {
      for (int d = 0; d < width; d++) {
        centred[d] = vectors[i][d] - mean[d];
      }
      for (int d = 0; d < width; d++) {
        double factor = weights[i] * centred[d];
        double[] row = sums[d];
        for (int e = 0; e < width; e++) {
          row[e] += factor * centred[e];
        }
      }
    }
    return sums;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    var product = new double[vector.length];
    for (int d = 0; d < product.length; d++) {
      product[d] = dot(matrix[d], vector);
    }
    return product;
  }

  private void orthonormalise() {
    for (int a = 0; a < axes.length; a++) {
      for (int b = 0; b < a; b++) {
        double part = dot(axes[a], axes[b]);
        for (int d = 0; d < mean.length; d++) {
          axes[a][d] -= part * axes[b][d];
        }
      }
      double length = StrictMath.sqrt(dot(axes[a], axes[a]));
      for (int d = 0; d < mean.length; d++) {
        axes[a][d] /= length;
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
