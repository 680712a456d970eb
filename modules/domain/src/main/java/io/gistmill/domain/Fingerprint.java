package io.gistmill.domain;

import java.util.List;

/// What later stages compare posts by, computed once where the post is tagged.
///
/// Records from before a list was known lack it: it is read as empty.
///
/// @param minHash MinHash signature over character shingles of the normalised text, one unsigned
///   32-bit number a hash function; empty when the text is too short to compare (see Broder, "On
///   the resemblance and containment of documents", 1997)
/// @param identityLinks canonical links that name what the post is about (a paper, a repository, an
///   article), sorted
/// @param names what the post names, the most telling first
/// @param numbers measures in the text, in one unit each: `87gb`, `61%`, `46700000000`
/// @param terms its most telling words, sorted: the low five bits are the weight of the word in
///   half bits, the sixth says that it is a meaning which languages share, the others are a hash of
///   it, so that equal terms are equal numbers
public record Fingerprint(
    List<Integer> minHash,
    List<String> identityLinks,
    List<Name> names,
    List<String> numbers,
    List<Integer> terms) {

  public Fingerprint {
    minHash = List.copyOf(minHash);
    identityLinks = List.copyOf(identityLinks);
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
    terms = List.copyOf(terms);
  }

  /// Of a post that names nothing.
  public Fingerprint(List<Integer> minHash, List<String> identityLinks) {
    this(minHash, identityLinks, List.of(), List.of(), List.of());
  }
}
