package io.gistmill.classifier.names;

import io.gistmill.domain.Name;
import io.gistmill.domain.Post;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;

/// What a post names.
///
/// @param names the most telling first
/// @param numbers sorted
/// @param terms sorted; see [io.gistmill.domain.Fingerprint#terms()]
public record Naming(List<Name> names, List<String> numbers, List<Integer> terms) {

  /// The mark of a version.
  private static final Pattern VERSION = Pattern.compile("v(?=[0-9])");

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
    things.forEach(thing -> addThing(thing, background, found));
    hosts.forEach(found::addOther);
    List<Integer> terms = Terms.of(TermCounts.of(words, pieces), background);
    return new Naming(found.names(background), Numbers.of(words), terms);
  }

  /// A release of something listed has no name beside it and its release: `phi-2` is Phi, and Phi
  /// 2.
  private static void addThing(String thing, Background background, Sightings found) {
    String key = Dictionary.key(Folded.fold(thing));
    List<String> listed = listedIn(thing, background);
    String name = Dictionary.ofNames().get(key);
    listed.forEach(found::addSubject);
    if (name != null) {
      found.addSubject(name);
    } else if (!key.isEmpty() && listed.stream().noneMatch(each -> isSpelled(each, key))) {
      found.addSubject(key);
    }
  }

  /// Names do not keep the `v` of `v3`.
  private static boolean isSpelled(String release, String key) {
    return withoutMark(Dictionary.key(release)).equals(withoutMark(key));
  }

  private static String withoutMark(String key) {
    return VERSION.matcher(key).replaceAll("");
  }

  /// What is listed and comes in releases among the words that the name of a repository or a model
  /// is put together from, with the releases: `whisper-large-v3` is Whisper, and `whisper/large 3`.
  /// An ordinary word is a name only before a release: `cursor-pagination` is no Cursor.
  private static List<String> listedIn(String thing, Background background) {
    String text = capitalised(Folded.fold(thing));
    var words = new Folded(text, text.length(), text.length());
    var found = new Sightings(words);
    NameFinder.find(words, Piece.of(text), background, found);
    SortedSet<String> names = found.names();
    return names.stream()
        .filter(Dictionary.ofNames()::isReleased)
        .filter(name -> !Dictionary.ofNames().isOrdinaryWord(name) || hasRelease(name, names))
        .toList();
  }

  private static boolean hasRelease(String name, SortedSet<String> names) {
    return names.stream().anyMatch(other -> other.startsWith(name + "/"));
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
