package io.gistmill.classifier.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The most telling words of a text, as numbers: see [io.gistmill.domain.Fingerprint#terms()].
///
/// Words are Latin ones, pairs of neighbouring Han characters, and meanings that both languages
/// share. A word that posts of the field never use counts only where it comes again: of pairs of
/// characters, most unknown ones stand across the border of two words.
final class Terms {

  private static final int MOST = 48;
  private static final int MOST_SHARED = 40;
  private static final int KNOWN = 2;
  private static final int LEAST_WEIGHT = 6;
  private static final int WEIGHT_BITS = 5;
  private static final int SHARED_BIT = 1 << WEIGHT_BITS;

  private final Background background;

  private Terms(Background background) {
    this.background = background;
  }

  private record Term(String word, int strength, int weight) {
    static int strongestFirst(Term a, Term b) {
      int byStrength = Integer.compare(b.strength, a.strength);
      return byStrength == 0 ? a.word.compareTo(b.word) : byStrength;
    }
  }

  static List<Integer> of(TermCounts counts, Background background) {
    var terms = new Terms(background);
    List<Term> words = terms.strongest(counts.words(), false);
    List<Term> meanings = terms.strongest(counts.meanings(), true);
    var numbers = new int[MOST + MOST_SHARED];
    int size = addStrongest(words, terms.strongest(counts.pairs()), numbers);
    for (Term term : meanings.subList(0, Math.min(MOST_SHARED, meanings.size()))) {
      numbers[size++] = number(term.word(), term.weight(), SHARED_BIT);
    }
    return sorted(numbers, size);
  }

  /// Without repeats.
  private static List<Integer> sorted(int[] numbers, int size) {
    Arrays.sort(numbers, 0, size);
    List<Integer> sorted = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      if (i == 0 || numbers[i] != numbers[i - 1]) {
        sorted.add(numbers[i]);
      }
    }
    return sorted;
  }

  private List<Term> strongest(WordCounts counts, boolean shared) {
    List<Term> terms = new ArrayList<>();
    counts.forEach(
        (word, times) -> {
          int posts = background.countOfWord(word);
          int weight = background.weightOfCount(posts);
          if (weight >= LEAST_WEIGHT && (shared || isKnown(times, posts))) {
            terms.add(new Term(word, strength(times, weight), weight));
          }
        });
    terms.sort(Term::strongestFirst);
    return terms;
  }

  /// Each as one number, by which the strongest come first, of equals in the order of the words.
  private long[] strongest(PairCounts pairs) {
    var all = new long[pairs.size()];
    int[] size = {0};
    pairs.forEach(
        (pair, times) -> {
          int posts = background.countOfPair(pair);
          int weight = background.weightOfCount(posts);
          if (weight >= LEAST_WEIGHT && isKnown(times, posts)) {
            all[size[0]++] = packed(pair, strength(times, weight), weight);
          }
        });
    long[] telling = Arrays.copyOf(all, size[0]);
    Arrays.sort(telling);
    return telling;
  }

  private static boolean isKnown(int times, int posts) {
    return times > 1 || posts >= KNOWN;
  }

  private static int strength(int times, int weight) {
    return weight * Math.min(times, 3);
  }

  private static long packed(int pair, int strength, int weight) {
    return (0xFFL - strength) << 40 | (pair & 0xFFFFFFFFL) << 8 | weight;
  }

  /// The best of both; of equals Latin words, which stand before Han ones.
  ///
  /// @return how many numbers were put down
  private static int addStrongest(List<Term> words, long[] pairs, int[] numbers) {
    int word = 0;
    int pair = 0;
    while (word + pair < MOST && (word < words.size() || pair < pairs.length)) {
      if (pair == pairs.length
          || word < words.size() && words.get(word).strength() >= 0xFF - (pairs[pair] >>> 40)) {
        Term term = words.get(word++);
        numbers[word + pair - 1] = number(term.word(), term.weight(), 0);
      } else {
        long packed = pairs[pair++];
        numbers[word + pair - 1] =
            number(PairCounts.word((int) (packed >>> 8)), (int) (packed & 0xFF), 0);
      }
    }
    return word + pair;
  }

  private static int number(String word, int weight, int kind) {
    int hash = 0x811C9DC5;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x01000193;
    }
    hash = (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
    int spread = (hash ^ (hash >>> 12)) << (WEIGHT_BITS + 1);
    return spread | kind | weight;
  }
}
