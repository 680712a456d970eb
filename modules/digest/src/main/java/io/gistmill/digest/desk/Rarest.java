package io.gistmill.digest.desk;

/// The two greatest weights of what two posts have in common.
///
/// @param first 0 for none
/// @param second 0 where there are not two
record Rarest(int first, int second) {

  static final Rarest NOTHING = new Rarest(0, 0);

  Rarest with(int weight) {
    return weight > first ? new Rarest(weight, first) : new Rarest(first, Math.max(second, weight));
  }
}
