package io.gistmill.courier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A kill, drawn before anything runs.
///
/// @param prey what is killed
/// @param atCut whether the moment is told by the digests that a wave brings, and not by what the
///   courier writes about them
/// @param share of a wave's records that are there by then, from 0 to 1
record Kill(Prey prey, boolean atCut, double share) {

  /// A courier first, then the others in turn; their order, and all moments, by the seed.
  static List<Kill> draw(long seed, int kills) {
    var random = new SplittableRandom(seed);
    var drawn = new ArrayList<Kill>();
    for (int i = 0; i < kills; i++) {
      Prey prey = Prey.values()[i % Prey.values().length];
      boolean atCut = prey == Prey.MAILROOM || prey == Prey.BROKER && random.nextBoolean();
      // Behind the last record there may be nothing left to disturb.
      drawn.add(random.nextInt(i + 1), new Kill(prey, atCut, 0.9 * random.nextDouble()));
    }
    return List.copyOf(drawn);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s at %.0f %% of %s",
        prey.name().toLowerCase(Locale.ROOT),
        100 * share,
        atCut ? "the cut" : "the ledger");
  }
}
