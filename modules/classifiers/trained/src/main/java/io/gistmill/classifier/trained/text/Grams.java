package io.gistmill.classifier.trained.text;

/// Cuts normalised text into grams, in one pass.
///
/// - Unspaced scripts give every run of one to `longest` characters.
/// - Spaced scripts give words, pairs and triples of words. A word ends where letters and digits
///   meet, and a pair is hashed as if it were one word, so that `GPT4`, `GPT-4` and `GPT 4` are
///   one. A plural `s` is left off.
///
/// Immutable; what changes is local to a call.
final class Grams {

  private static final int SPACED_SEED = 0x5bd1e995;
  private static final int UNSPACED_SEED = 0x1b873593;
  private static final int FACTOR = 0x01000193;
  private static final int LEAST_PLURAL = 5;
  private static final int MAX_WORD = 40;

  private final int longest;

  /// @param longest run of unspaced characters, 1 to 4
  Grams(int longest) {
    this.longest = longest;
  }

  /// @param from first unit that is read
  /// @param to behind the last unit that is read
  /// @param weight of each gram, in halves of one occurrence
  void cut(NormalText text, int from, int to, int weight, GramSink sink) {
    int i = from;
    int before = 0;
    boolean joined = false;
    var words = new Words();
    while (i < to) {
      byte type = CharClasses.of(text.at(i));
      if (type == CharClasses.LETTER || type == CharClasses.DIGIT) {
        if (!joined) {
          words.reset();
        }
        i = words.word(text, i, to, type, weight, sink);
        joined = true;
        before = 0;
      } else if (type == CharClasses.UNSPACED) {
        before++;
        run(text, i, Math.min(before, longest), weight, sink);
        joined = false;
        i++;
      } else {
        joined &= type == CharClasses.JOINT && !endsSentence(text, i, to);
        before = 0;
        i++;
      }
    }
  }

  private static boolean endsSentence(NormalText text, int i, int to) {
    return text.at(i) == '.' && i + 1 < to && text.at(i + 1) == ' ';
  }

  private static void run(NormalText text, int last, int most, int weight, GramSink sink) {
    int hash = UNSPACED_SEED;
    for (int n = 0; n < most; n++) {
      hash = (hash ^ text.at(last - n)) * FACTOR;
      hash ^= hash >>> 15;
      sink.gram(mix(hash), weight, last - n, last + 1);
    }
  }

  /// The hash of a made-up gram, such as a host.
  static int hash(String kind, String name) {
    int hash = kind.hashCode() * 31 + name.hashCode();
    return mix(hash ^ 0x7f4a7c15);
  }

  private static int mix(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }

  /// The last words, of which pairs and triples are made.
  private static final class Words {
    private int pair;
    private int pairStart = -1;
    private int triple;
    private int tripleStart = -1;

    void reset() {
      pairStart = -1;
      tripleStart = -1;
    }

    /// @return behind the word
    int word(NormalText text, int start, int to, byte type, int weight, GramSink sink) {
      int one = SPACED_SEED;
      int two = pair;
      int three = triple;
      int i = start;
      int oneBefore = one;
      int twoBefore = two;
      int threeBefore = three;
      while (i < to && goesOn(text.at(i), type)) {
        if (i - start < MAX_WORD) {
          oneBefore = one;
          twoBefore = two;
          threeBefore = three;
          int unit = text.at(i);
          one = one * 31 + unit;
          two = two * 31 + unit;
          three = three * 31 + unit;
        }
        i++;
      }
      if (isPlural(text, start, i)) {
        one = oneBefore;
        two = twoBefore;
        three = threeBefore;
      }
      sink.gram(mix(one), weight, start, i);
      if (pairStart >= 0) {
        sink.gram(mix(two), weight, pairStart, i);
      }
      if (tripleStart >= 0) {
        sink.gram(mix(three), weight, tripleStart, i);
      }
      triple = two;
      tripleStart = pairStart;
      pair = one;
      pairStart = start;
      return i;
    }

    private static boolean goesOn(char c, byte type) {
      return CharClasses.of(c) == type || (c == '#' && type == CharClasses.LETTER);
    }

    private static boolean isPlural(NormalText text, int start, int end) {
      return end - start >= LEAST_PLURAL
          && text.at(end - 1) == 's'
          && text.at(end - 2) != 's'
          && text.at(end - 2) != 'u'
          && text.at(end - 2) != 'i';
    }
  }
}
