package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.trained.text.PostText;
import io.gistmill.classifier.trained.vectors.TokenVectors;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the words that spoke most for a topic. For one thread at a time.
///
/// Each gram that the model knows adds its weight evenly to the units on which it lies; a word is
/// worth the sum of its units. Words are those of a spaced script, pairs and triples of them, and
/// in Chinese what has a token vector and two characters or more.
final class EvidenceFinder {

  private static final int LONGEST = 4;
  private static final int MOST = 5;

  /// So many strong words are looked at, since they overlap.
  private static final int CANDIDATES = 24;

  private static final int MAX_LINE = 80;

  private final Model model;
  private final PostText text = new PostText(LONGEST);
  private final TokenVectors vectors = TokenVectors.shipped();
  private final Parts parts = new Parts();

  /// By gram: its row in the model or -1, the units on which it lies, and whether it is a word.
  private int[] rows = new int[1024];

  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private boolean[] words = new boolean[1024];
  private int size;
  private double[] worths = new double[1024];

  EvidenceFinder(Model model) {
    this.model = model;
  }

  /// A word, or several that follow one another.
  private record Word(double worth, int start, int end) {
    /// Written out, since some hundred words of a post are compared.
    static int strongestFirst(Word a, Word b) {
      int byWorth = Double.compare(b.worth, a.worth);
      int byStart = byWorth == 0 ? Integer.compare(a.start, b.start) : byWorth;
      return byStart == 0 ? Integer.compare(a.end, b.end) : byStart;
    }

    boolean overlaps(Word other) {
      return start < other.end && other.start < end;
    }
  }

  /// Whether there is nothing to read in a post.
  static boolean isWordless(Post post) {
    return isBlank(post.title())
        && post.text().isBlank()
        && post.links().stream().allMatch(String::isBlank)
        && post.quoted().stream().allMatch(quote -> quote.text().isBlank());
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /// Reads a post, of which [#evidence] then tells.
  void read(Post post) {
    size = 0;
    parts.read(post);
    text.locate(
        post,
        (hash, length, part, index, start, end) -> {
          int base = parts.base(part, index);
          add(hash, length, base + start, base + end);
        });
  }

  private void add(int hash, int length, int start, int end) {
    boolean unspaced = isUnspaced(parts.unit(start));
    boolean learnt = !unspaced || length <= model.features().longest();
    int row = learnt ? model.grams().row(GramTable.place(hash)) : -1;
    boolean word = end - start > 1 && (!unspaced || vectors.find(hash) >= 0);
    if (row < 0 && !word) {
      return;
    }
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      words = Arrays.copyOf(words, size * 2);
    }
    rows[size] = row;
    starts[size] = start;
    ends[size] = end;
    words[size++] = word;
  }

  private static boolean isUnspaced(char first) {
    return first >= '\u3040' && first <= '\uFAFF';
  }

  /// One to five, strongest first.
  List<Evidence> evidence(int topic) {
    sumUp(topic);
    List<Word> merged = merged(apart(strongest()));
    if (merged.isEmpty()) {
      return List.of(parts.firstLine(MAX_LINE));
    }
    return merged.stream()
        .sorted(Word::strongestFirst)
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
    for (int i = 0; i < size; i++) {
      int row = rows[i];
      if (row >= 0) {
        double weight =
            (double) model.idf()[row]
                * model.scales()[row]
                * model.weights()[row * topics + topic]
                / (ends[i] - starts[i]);
        worths[starts[i]] += weight;
        worths[ends[i]] -= weight;
      }
    }
    double unit = 0;
    double sum = 0;
    for (int i = 0; i <= length; i++) {
      unit += worths[i];
      worths[i] = sum;
      sum += unit;
    }
  }

  private List<Word> strongest() {
    var best = new ArrayList<Word>();
    double least = 1e-9;
    for (int i = 0; i < size; i++) {
      double worth = worths[ends[i]] - worths[starts[i]];
      if (words[i] && worth > least) {
        best.add(new Word(worth, starts[i], ends[i]));
        if (best.size() == 2 * CANDIDATES) {
          best.sort(Word::strongestFirst);
          best.subList(CANDIDATES, best.size()).clear();
          least = best.getLast().worth();
        }
      }
    }
    best.sort(Word::strongestFirst);
    return best;
  }

  private List<Word> apart(List<Word> candidates) {
    var taken = new ArrayList<Word>();
    var texts = new HashSet<String>();
    for (Word candidate : candidates) {
      Word word =
          new Word(
              candidate.worth(),
              parts.wordStart(candidate.start()),
              parts.wordEnd(candidate.end()));
      if (taken.size() < MOST
          && taken.stream().noneMatch(word::overlaps)
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
