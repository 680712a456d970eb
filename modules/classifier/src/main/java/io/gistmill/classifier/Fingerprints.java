package io.gistmill.classifier;

import io.gistmill.classifier.names.Naming;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Post;
import java.util.List;
import java.util.stream.Collectors;

/// Works out what later stages compare posts by.
///
/// Quoted posts stay out of the signature of a post that says something itself: two people who
/// quote the same post tell different stories about it. Who adds next to nothing passes it on.
final class Fingerprints {

  /// Fewer different shingles say too little: short phrases are alike by chance.
  private static final int MIN_SHINGLES = 12;

  private Fingerprints() {}

  static Fingerprint of(Post post, Prose prose) {
    IdentityLinks links = IdentityLinks.of(post);
    Naming naming = Naming.of(post, links.things(), links.hosts());
    return new Fingerprint(
        signature(post, prose), links.links(), naming.names(), naming.numbers(), naming.terms());
  }

  private static List<Integer> signature(Post post, Prose prose) {
    long[] own = Shingles.of(prose.text());
    if (!hasFewerThan(MIN_SHINGLES, own)) {
      return MinHash.signature(own);
    }
    String quoted =
        post.quoted().stream()
            .map(quote -> Prose.of(quote.text()).text())
            .collect(Collectors.joining("\n"));
    long[] shingles = quoted.isEmpty() ? own : Shingles.of(quoted);
    return hasFewerThan(MIN_SHINGLES, shingles) ? List.of() : MinHash.signature(shingles);
  }

  /// Whether so few of the numbers are different.
  private static boolean hasFewerThan(int least, long[] numbers) {
    var found = new long[least];
    int count = 0;
    for (int i = 0; i < numbers.length && count < least; i++) {
      if (!contains(found, count, numbers[i])) {
        found[count++] = numbers[i];
      }
    }
    return count < least;
  }

  private static boolean contains(long[] numbers, int count, long number) {
    for (int i = 0; i < count; i++) {
      if (numbers[i] == number) {
        return true;
      }
    }
    return false;
  }
}
