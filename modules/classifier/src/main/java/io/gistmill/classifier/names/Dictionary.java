package io.gistmill.classifier.names;

import io.gistmill.domain.Name;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Spellings by what they stand for, for one look-up in both scripts.
///
/// Latin ones are compared without blanks, hyphens, dots and case, Han ones letter by letter; the
/// longest one wins.
final class Dictionary {

  private static final SortedSet<String> RELEASED = new TreeSet<>(List.of("model", "product"));
  private static final Dictionary NAMES = names();
  private static final Dictionary CONCEPTS = concepts();

  /// No ideographic character lies below.
  private static final char FIRST_HAN = '\u3000';

  private final SpellingTree spellings = new SpellingTree();
  private final Map<String, String> kinds = new HashMap<>();
  private final Set<String> ordinary = new HashSet<>();

  private Dictionary() {}

  /// Names of the field.
  static Dictionary ofNames() {
    return NAMES;
  }

  /// Words of one meaning in both languages.
  static Dictionary ofConcepts() {
    return CONCEPTS;
  }

  private static Dictionary names() {
    var names = new Dictionary();
    for (List<String> row : Tsv.rows("names.tsv")) {
      String name = row.get(0);
      String key = name.toLowerCase(Locale.ROOT);
      names.add(name, key);
      names.kinds.put(key, row.get(1).replace("!", ""));
      if (row.get(1).endsWith("!")) {
        names.ordinary.add(key);
      }
      Arrays.stream(row.get(2).split("\\|")).forEach(other -> names.add(other, key));
    }
    return names;
  }

  private static Dictionary concepts() {
    var concepts = new Dictionary();
    for (List<String> row : Tsv.rows("concepts.tsv")) {
      for (String words : row.subList(1, row.size())) {
        Arrays.stream(words.split("\\|")).forEach(word -> concepts.add(word, row.get(0)));
      }
    }
    return concepts;
  }

  private void add(String spelling, String key) {
    String plain = key(Folded.fold(spelling));
    if (!plain.isEmpty()) {
      spellings.add(plain, key);
    }
  }

  static String key(String spelling) {
    var key = new StringBuilder();
    for (int i = 0; i < spelling.length(); i++) {
      char c = spelling.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '*') {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString();
  }

  @Nullable String get(String key) {
    return spellings.value(spellings.next(SpellingTree.ROOT, key));
  }

  /// For walks along a text, piece by piece.
  SpellingTree spellings() {
    return spellings;
  }

  /// Whether a name is an ordinary word too.
  boolean isOrdinaryWord(String name) {
    return ordinary.contains(name);
  }

  /// Whether a thing comes in releases, which people have not, nor places.
  ///
  /// @param name with or without a release
  boolean isReleased(String name) {
    int slash = name.indexOf('/');
    return RELEASED.contains(kinds.getOrDefault(slash < 0 ? name : name.substring(0, slash), ""));
  }

  /// The most that a name may weigh: a place or a platform makes no story, however rarely it is
  /// named.
  int mostWeight(String name) {
    return switch (kinds.getOrDefault(name, "")) {
      case "place", "platform" -> 8;
      case "benchmark" -> 12;
      case "org" -> 14;
      case "person" -> 18;
      default -> Name.MAX_WEIGHT;
    };
  }

  /// The length of the longest spelling that begins at a Han character; 0 for none.
  int hanAt(String text, int start) {
    if (text.charAt(start) < FIRST_HAN) {
      return 0;
    }
    int longest = 0;
    int place = SpellingTree.ROOT;
    for (int end = start; end < text.length() && place != SpellingTree.NOWHERE; end++) {
      place = spellings.next(place, text.charAt(end));
      longest = spellings.value(place) == null ? longest : end + 1 - start;
    }
    return longest > 0 && Character.isIdeographic(text.charAt(start)) ? longest : 0;
  }
}
