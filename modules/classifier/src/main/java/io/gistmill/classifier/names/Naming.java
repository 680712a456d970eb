package io.gistmill.classifier.names;

import io.gistmill.domain.Name;
import io.gistmill.domain.Post;
import java.util.List;

/// What a post names.
///
/// @param names the most telling first
/// @param numbers sorted
/// @param terms sorted; see [io.gistmill.domain.Fingerprint#terms()]
public record Naming(List<Name> names, List<String> numbers, List<Integer> terms) {

  public Naming {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
    terms = List.copyOf(terms);
  }

  /// @param things names that links of the post give to what it is about
  /// @param hosts of the post's other links
  public static Naming of(Post post, List<String> things, List<String> hosts) {
    return of(post, things, hosts, Background.shipped());
  }

  static Naming of(Post post, List<String> things, List<String> hosts, Background background) {
    Folded words = Folded.of(post);
    var found = new Sightings(words);
    List<Piece> pieces = Piece.of(words.text());
    NameFinder.find(words, pieces, background, found);
    Titles.find(words, found);
    for (String thing : things) {
      String key = Dictionary.key(Folded.fold(thing));
      if (!key.isEmpty()) {
        String listed = Dictionary.ofNames().get(key);
        found.addSubject(listed == null ? key : listed);
      }
    }
    hosts.forEach(found::addOther);
    List<Integer> terms = Terms.of(TermCounts.of(words, pieces), background);
    return new Naming(found.names(background), Numbers.of(words), terms);
  }
}
