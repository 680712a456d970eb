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
        releases(thing, background).forEach(found::addSubject);
      }
    }
    hosts.forEach(found::addOther);
    List<Integer> terms = Terms.of(TermCounts.of(words, pieces), background);
    return new Naming(found.names(background), Numbers.of(words), terms);
  }

  /// Whatever listed names the name of a repository or a model is put together from, with their
  /// releases: `whisper-large-v3` is Whisper, and its release `large 3`.
  private static List<String> releases(String thing, Background background) {
    String text = capitalised(Folded.fold(thing));
    var words = new Folded(text, text.length(), text.length());
    var found = new Sightings(words);
    NameFinder.find(words, Piece.of(text), background, found);
    return found.names().stream().filter(Dictionary.ofNames()::isReleased).toList();
  }

  private static String capitalised(String thing) {
    var text = new StringBuilder();
    for (int i = 0; i < thing.length(); i++) {
      char c = thing.charAt(i);
      boolean first = i == 0 || !Character.isLetterOrDigit(thing.charAt(i - 1));
      text.append(first ? Character.toUpperCase(c) : c);
    }
    return text.toString();
  }
}
