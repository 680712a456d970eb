package io.gistmill.classifier.names;

import io.gistmill.classifier.text.Scripts;
import io.gistmill.domain.Name;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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

  private final SpellingTree spellings;
  private final Map<String, String> kinds;
  private final Set<String> ordinary;

  /// @param spellings what each stands for
  /// @param kinds of the names that have one
  /// @param ordinary names that are words too
  private Dictionary(
      SortedMap<String, String> spellings, Map<String, String> kinds, Set<String> ordinary) {
    this.spellings = new SpellingTree(spellings);
    this.kinds = Map.copyOf(kinds);
    this.ordinary = Set.copyOf(ordinary);
  }

  /// Names of the field.
  static Dictionary ofNames() {
    return NAMES;
  }

  /// Words of one meaning in both languages; what they stand for begins with [TermCounts#CONCEPT].
  static Dictionary ofConcepts() {
    return CONCEPTS;
  }

  private static Dictionary names() {
    var spellings = new TreeMap<String, String>();
    var kinds = new HashMap<String, String>();
    var ordinary = new HashSet<String>();
    for (List<String> row : Tsv.rows("names.tsv")) {
      String name = row.get(0);
      String key = name.toLowerCase(Locale.ROOT);
      add(name, key, spellings);
      kinds.put(key, row.get(1).replace("!", ""));
      if (row.get(1).endsWith("!")) {
        ordinary.add(key);
      }
      Arrays.stream(row.get(2).split("\\|")).forEach(other -> add(other, key, spellings));
    }
    return new Dictionary(spellings, kinds, ordinary);
  }

  private static Dictionary concepts() {
    var spellings = new TreeMap<String, String>();
    for (List<String> row : Tsv.rows("concepts.tsv")) {
      for (String words : row.subList(1, row.size())) {
        Arrays.stream(words.split("\\|"))
            .forEach(word -> add(word, TermCounts.CONCEPT + row.get(0), spellings));
      }
    }
    return new Dictionary(spellings, Map.of(), Set.of());
  }

  /// What a spelling stands for first, it stands for ever.
  private static void add(String spelling, String key, SortedMap<String, String> spellings) {
    String plain = key(Folded.fold(spelling));
    if (!plain.isEmpty()) {
      spellings.putIfAbsent(plain, key);
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

  /// Where the longest spelling ends that begins at a Han character; where it begins, for none.
  int hanEnd(String text, int start) {
    int end = start;
    if (Scripts.isHan(text.charAt(start))) {
      int place = SpellingTree.ROOT;
      for (int i = start; i < text.length() && place != SpellingTree.NOWHERE; i++) {
        place = spellings.next(place, text.charAt(i));
        end = spellings.value(place) == null ? end : i + 1;
      }
    }
    return end;
  }

  /// What a spelling stands for that [#hanEnd] has found.
  String han(String text, int start, int end) {
    int place = SpellingTree.ROOT;
    for (int i = start; i < end; i++) {
      place = spellings.next(place, text.charAt(i));
    }
    return Objects.requireNonNull(spellings.value(place));
  }
}
