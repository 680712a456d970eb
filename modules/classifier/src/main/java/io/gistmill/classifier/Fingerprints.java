package io.gistmill.classifier;

import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Post;
import java.util.List;

/// Works out what later stages compare posts by.
///
/// Quoted posts stay out of the signature: two people who quote the same post tell different
/// stories about it.
final class Fingerprints {

  /// Fewer different shingles say too little: short phrases are alike by chance.
  private static final int MIN_SHINGLES = 12;

  private Fingerprints() {}

  static Fingerprint of(Post post) {
    long[] shingles = Shingles.of(Prose.of(post));
    List<Integer> minHash =
        shingles.length < MIN_SHINGLES ? List.of() : MinHash.signature(shingles);
    return new Fingerprint(minHash, IdentityLinks.of(post));
  }
}
