package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.trained.vectors.TokenVectors;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// Finds the words that spoke most for a topic. For one thread at a time.
///
/// Each gram that the model knows adds its weight evenly to the units on which it lies; a word is
/// worth the sum of its units. Words are those of a spaced script, pairs and triples of them, and
/// in Chinese what has a token vector and two characters or more.
final class EvidenceFinder {

  private static final int MOST = 5;
  private static final int MAX_LINE = 80;

  private final Model model;
  private final PostEncoder encoder;
  private final TokenVectors vectors = TokenVectors.shipped();
  private final Parts parts = new Parts();

  /// Of the grams that the model knows: its row there, and the units on which it lies.
  private int[] rows = new int[1024];

  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private int known;

  /// The units on which words lie.
  private int[] wordStarts = new int[1024];

  private int[] wordEnds = new int[1024];
  private int words;
  private double[] worths = new double[1024];
  private final StrongWords strongest = new StrongWords();

  /// @param encoder reads each post before its evidence is looked for
  EvidenceFinder(Model model, PostEncoder encoder) {
    this.model = model;
    this.encoder = encoder;
  }

  /// A word, or several that follow one another.
  private record Word(double worth, int start, int end) {
    static final Comparator<Word> STRONGEST_FIRST =
        Comparator.comparingDouble(Word::worth).reversed().thenComparingInt(Word::start);

    boolean overlaps(Word other) {
      return start < other.end && other.start < end;
    }
  }

  /// Looks for the words of the post that the encoder read last, of which [#evidence] then tells.
  void read(Post post) {
    known = 0;
    words = 0;
    parts.read(post);
    encoder.locate(
        (kind, index) -> {
          Parts.Part part = parts.part(kind, index);
          return (hash, length, start, end) -> {
            boolean unspaced = isUnspaced(part.text().charAt(start));
            add(hash, length, part.base() + start, part.base() + end, unspaced);
          };
        });
  }

  private void add(int hash, int length, int start, int end, boolean unspaced) {
    boolean learnt = !unspaced || length <= model.features().longest();
    int row = learnt ? model.grams().row(GramTable.place(hash)) : -1;
    if (row >= 0) {
      addKnown(row, start, end);
    }
    if (end - start > 1 && (!unspaced || vectors.find(hash) >= 0)) {
      addWord(start, end);
    }
  }

  private void addKnown(int row, int start, int end) {
    if (known == rows.length) {
      rows = Arrays.copyOf(rows, known * 2);
      starts = Arrays.copyOf(starts, known * 2);
      ends = Arrays.copyOf(ends, known * 2);
    }
    rows[known] = row;
    starts[known] = start;
    ends[known++] = end;
  }

  private void addWord(int start, int end) {
    if (words == wordStarts.length) {
      wordStarts = Arrays.copyOf(wordStarts, words * 2);
      wordEnds = Arrays.copyOf(wordEnds, words * 2);
    }
    wordStarts[words] = start;
    wordEnds[words++] = end;
  }

  private static boolean isUnspaced(char first) {
    return first >= '\u3040' && first <= '\uFAFF';
  }

  /// One to five, strongest first.
  List<Evidence> evidence(int topic) {
    sumUp(topic);
    findStrongest();
    List<Word> merged = merged(apart());
    if (merged.isEmpty()) {
      return List.of(parts.firstLine(MAX_LINE));
    }
    return merged.stream()
        .sorted(Word.STRONGEST_FIRST)
        .map(word -> parts.evidence(word.start(), word.end()))
        .toList();
  }

  /// Leaves in each place of `worths` what all units before it are worth.
  private void sumUp(int topic) {
    int length = parts.length();
    if (worths.length <= length) {
      worths = new double[length * 2];
    }
    Arrays.fill(worths, 0, length + 1, 0);
    int topics = model.topics().size();
    for (int i = 0; i < known; i++) {
      int row = rows[i];
      double weight =
          (double) model.idf()[row]
              * model.scales()[row]
              * model.weights()[row * topics + topic]
              / (ends[i] - starts[i]);
      worths[starts[i]] += weight;
      worths[ends[i]] -= weight;
    }
    double unit = 0;
    double sum = 0;
    for (int i = 0; i <= length; i++) {
      unit += worths[i];
      worths[i] = sum;
      sum += unit;
    }
  }

  private void findStrongest() {
    strongest.clear();
    for (int i = 0; i < words; i++) {
      strongest.add(worths[wordEnds[i]] - worths[wordStarts[i]], wordStarts[i], wordEnds[i]);
    }
  }

  /// Those of the strongest words that neither overlap nor say the same.
  private List<Word> apart() {
    var taken = new ArrayList<Word>();
    var texts = new HashSet<String>();
    for (int i = 0; i < strongest.size() && taken.size() < MOST; i++) {
      Word word =
          new Word(
              strongest.worth(i),
              parts.wordStart(strongest.start(i)),
              parts.wordEnd(strongest.end(i)));
      if (taken.stream().noneMatch(word::overlaps)
          && texts.add(parts.text(word.start(), word.end()))) {
        taken.add(word);
      }
    }
    return taken;
  }

  /// Joins words that follow one another.
  private List<Word> merged(List<Word> taken) {
    var joined = new ArrayList<Word>();
    taken.sort(Comparator.comparingInt(Word::start));
    for (Word word : taken) {
      Word last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && parts.follow(last.end(), word.start())) {
        joined.removeLast();
        joined.add(new Word(last.worth() + word.worth(), last.start(), word.end()));
      } else {
        joined.add(word);
      }
    }
    return joined;
  }
}
