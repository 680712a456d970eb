package io.gistmill.domain;

import java.util.List;

/// What later stages compare posts by, computed once where the post is tagged.
///
/// @param minHash MinHash signature over character shingles of the normalised text, one unsigned
///   32-bit number a hash function; empty when the text is too short to compare (see Broder, "On
///   the resemblance and containment of documents", 1997)
/// @param identityLinks canonical links that name what the post is about (a paper, a repository, an
///   article), sorted
public record Fingerprint(List<Integer> minHash, List<String> identityLinks) {

  public Fingerprint {
    minHash = List.copyOf(minHash);
    identityLinks = List.copyOf(identityLinks);
  }
}
