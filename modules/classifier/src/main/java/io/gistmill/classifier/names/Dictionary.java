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

  private static final int BEGINNING = 3;

  private final Map<String, String> spellings = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Set<String> ordinary = new HashSet<>();

  /// Whether a spelling begins with three letters, by a hash of them: most words end here.
  private final boolean[] beginnings = new boolean[1 << 15];

  /// The length of the longest spelling that begins with a Han character, by that.
  private final byte[] longestHan = new byte[Character.MAX_VALUE + 1];

  /// Whether a spelling begins with two characters, the first of them Han, by a hash of them.
  private final boolean[] hanBeginnings = new boolean[1 << 16];

  /// Whether a Han character is a spelling.
  private final boolean[] hanAlone = new boolean[Character.MAX_VALUE + 1];

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
      spellings.putIfAbsent(plain, key);
      if (plain.length() >= BEGINNING) {
        beginnings[beginning(plain)] = true;
      }
      if (Character.isIdeographic(plain.charAt(0))) {
        char first = plain.charAt(0);
        longestHan[first] = (byte) Math.max(longestHan[first], plain.length());
        hanAlone[first] |= plain.length() == 1;
        if (plain.length() > 1) {
          hanBeginnings[hanBeginning(first, plain.charAt(1))] = true;
        }
      }
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

  private static int beginning(String word) {
    return (word.charAt(0) & 31) << 10 | (word.charAt(1) & 31) << 5 | word.charAt(2) & 31;
  }

  /// False when no spelling begins with a word; true says nothing.
  boolean mayBeginWith(String lower) {
    return lower.length() < BEGINNING || lower.indexOf('.') >= 0 || beginnings[beginning(lower)];
  }

  @Nullable String get(String key) {
    return spellings.get(key);
  }

  /// Whether a name is an ordinary word too.
  boolean isOrdinaryWord(String name) {
    return ordinary.contains(name);
  }

  /// Whether a thing comes in releases, which people have not, nor places.
  boolean isReleased(String name) {
    return RELEASED.contains(kinds.getOrDefault(name, ""));
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
    char first = text.charAt(start);
    int longest = Math.min(longestHan[first], text.length() - start);
    if (longest > 1 && hanBeginnings[hanBeginning(first, text.charAt(start + 1))]) {
      for (int length = longest; length > 1; length--) {
        if (spellings.containsKey(text.substring(start, start + length))) {
          return length;
        }
      }
    }
    return longest > 0 && hanAlone[first] ? 1 : 0;
  }

  private static int hanBeginning(char first, char second) {
    return (first * 31 + second) & 0xFFFF;
  }
}
