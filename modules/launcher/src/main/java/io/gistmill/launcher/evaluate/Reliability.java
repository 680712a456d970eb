package io.gistmill.launcher.evaluate;

import io.gistmill.domain.Fixed;
import java.util.ArrayList;
import java.util.List;

/// Whether confidences come true: of what is said with 0.8, four in five should be right.
///
/// @param bins of equal width that hold anything, rising
/// @param error by how much confidence and truth differ on average (the expected calibration error
///   of Naeini, Cooper and Hauskrecht, 2015)
public record Reliability(List<Bin> bins, Fixed error) {

  static final int BINS = 10;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /// @param said the mean confidence
  /// @param came the share that was right
  public record Bin(Fixed said, Fixed came, long count) {}

  /// @param came from 0, wrong, to 1, right; between where readers differ
  record Claim(Fixed confidence, double came) {}

  static Reliability of(List<Claim> claims) {
    var said = new double[BINS];
    var came = new double[BINS];
    var counts = new long[BINS];
    for (Claim claim : claims) {
      double confidence = claim.confidence().micros() / 1e6;
      int bin = (int) Math.min(BINS - 1, claim.confidence().micros() * BINS / 1_000_000);
      said[bin] += confidence;
      came[bin] += claim.came();
      counts[bin]++;
    }
    var bins = new ArrayList<Bin>();
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(said[bin] - came[bin]);
      if (counts[bin] > 0) {
        bins.add(
            new Bin(
                Fixed.of(said[bin] / counts[bin]), Fixed.of(came[bin] / counts[bin]), counts[bin]));
      }
    }
    return new Reliability(bins, claims.isEmpty() ? Fixed.ZERO : Fixed.of(error / claims.size()));
  }
}
