package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.trained.text.PostText;
import io.gistmill.classifier.trained.vectors.TokenVectors;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.Comparator;
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
  private static final int MAX_LINE = 80;

  private static final Comparator<Word> STRONGEST =
      Comparator.comparingDouble(Word::worth)
          .reversed()
          .thenComparing(Word::part)
          .thenComparingInt(Word::index)
          .thenComparingInt(Word::start)
          .thenComparingInt(Word::end);

  private final Model model;
  private final PostText text = new PostText(LONGEST);
  private final TokenVectors vectors = TokenVectors.shipped();

  EvidenceFinder(Model model) {
    this.model = model;
  }

  private record Word(double worth, Evidence.Part part, int index, int start, int end) {
    boolean overlaps(Word other) {
      return isBeside(other) && start < other.end && other.start < end;
    }

    boolean isBeside(Word other) {
      return part == other.part && index == other.index;
    }
  }

  /// A gram of the post.
  ///
  /// @param row in the model, or -1
  /// @param word whether a reader would call it one
  private record Place(int row, boolean word, Evidence.Part part, int index, int start, int end) {}

  /// Whether there is nothing in title, text and quoted posts.
  static boolean isWordless(Post post) {
    return isBlank(post.title())
        && post.text().isBlank()
        && post.links().isEmpty()
        && post.quoted().stream().allMatch(quote -> quote.text().isBlank());
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  Words read(Post post) {
    var places = new ArrayList<Place>();
    text.locate(
        post,
        (hash, part, index, start, end) -> {
          int row = model.grams().row(GramTable.place(hash));
          boolean word = end - start > 1 && isWord(hash, post, part, index, start);
          if (row >= 0 || word) {
            places.add(new Place(row, word, part, index, start, end));
          }
        });
    return new Words(post, places);
  }

  private boolean isWord(int hash, Post post, Evidence.Part part, int index, int start) {
    char first = original(post, part, index).charAt(start);
    boolean unspaced = first >= '\u3040' && first <= '\uFAFF';
    return !unspaced || vectors.find(hash) >= 0;
  }

  private static String original(Post post, Evidence.Part part, int index) {
    return switch (part) {
      case TITLE -> post.title() == null ? "" : post.title();
      case TEXT -> post.text();
      case QUOTED -> post.quoted().get(index).text();
      case LINK -> post.links().get(index);
    };
  }

  /// The words of one post.
  final class Words {
    private final Post post;
    private final List<Place> places;

    private Words(Post post, List<Place> places) {
      this.post = post;
      this.places = places;
    }

    /// One to five, strongest first.
    List<Evidence> evidence(int topic) {
      var units = new Units();
      for (Place place : places) {
        if (place.row() >= 0) {
          units.add(place, weight(place.row(), topic));
        }
      }
      List<Word> words =
          places.stream()
              .filter(Place::word)
              .map(place -> units.word(place))
              .filter(word -> word.worth() > 0)
              .sorted(STRONGEST)
              .toList();
      List<Evidence> evidence =
          merged(apart(words)).stream().sorted(STRONGEST).map(this::evidence).toList();
      return evidence.isEmpty() ? List.of(firstLine()) : evidence;
    }

    private double weight(int row, int topic) {
      return (double) model.idf()[row]
          * model.scales()[row]
          * model.weights()[row * model.topics().size() + topic];
    }

    private Evidence evidence(Word word) {
      String part = original(post, word.part(), word.index());
      return new Evidence(
          word.part(), word.index(), word.start(), part.substring(word.start(), word.end()));
    }

    private List<Word> apart(List<Word> words) {
      var taken = new ArrayList<Word>();
      var texts = new java.util.HashSet<String>();
      for (Word word : words) {
        if (taken.size() < MOST
            && taken.stream().noneMatch(word::overlaps)
            && texts.add(evidence(word).text())) {
          taken.add(word);
        }
      }
      return taken;
    }

    /// Joins words that follow one another.
    private List<Word> merged(List<Word> words) {
      var joined = new ArrayList<Word>();
      words.stream()
          .sorted(
              Comparator.comparing(Word::part)
                  .thenComparingInt(Word::index)
                  .thenComparingInt(Word::start))
          .forEach(
              word -> {
                Word last = joined.isEmpty() ? null : joined.getLast();
                if (last != null && follows(last, word)) {
                  joined.removeLast();
                  joined.add(
                      new Word(
                          last.worth() + word.worth(),
                          word.part(),
                          word.index(),
                          last.start(),
                          word.end()));
                } else {
                  joined.add(word);
                }
              });
      return joined;
    }

    private boolean follows(Word last, Word word) {
      int gap = word.start() - last.end();
      return last.isBeside(word)
          && (gap == 0
              || (gap == 1
                  && " -".indexOf(original(post, word.part(), word.index()).charAt(last.end()))
                      >= 0));
    }

    private Evidence firstLine() {
      if (!isBlank(post.title())) {
        return line(Evidence.Part.TITLE, 0);
      }
      if (!post.text().isBlank()) {
        return line(Evidence.Part.TEXT, 0);
      }
      for (int i = 0; i < post.quoted().size(); i++) {
        if (!post.quoted().get(i).text().isBlank()) {
          return line(Evidence.Part.QUOTED, i);
        }
      }
      return line(Evidence.Part.LINK, 0);
    }

    private Evidence line(Evidence.Part part, int index) {
      String whole = original(post, part, index);
      int start = 0;
      while (start < whole.length() && Character.isWhitespace(whole.charAt(start))) {
        start++;
      }
      int end = whole.indexOf('\n', start);
      end = Math.min(end < 0 ? whole.length() : end, start + MAX_LINE);
      if (end < whole.length() && Character.isLowSurrogate(whole.charAt(end))) {
        end--;
      }
      return new Evidence(part, index, start, whole.substring(start, Math.max(start, end)));
    }
  }

  /// What each unit of each part is worth.
  private static final class Units {
    private final java.util.Map<Integer, double[]> parts = new java.util.TreeMap<>();

    void add(Place place, double weight) {
      double[] units = units(place, place.end());
      for (int i = place.start(); i < place.end(); i++) {
        units[i] += weight / (place.end() - place.start());
      }
    }

    Word word(Place place) {
      double[] units = units(place, place.end());
      double worth = 0;
      for (int i = place.start(); i < place.end(); i++) {
        worth += units[i];
      }
      return new Word(worth, place.part(), place.index(), place.start(), place.end());
    }

    private double[] units(Place place, int length) {
      int key = place.part().ordinal() << 20 | place.index();
      double[] units = parts.computeIfAbsent(key, k -> new double[length * 2]);
      if (units.length < length) {
        units = java.util.Arrays.copyOf(units, length * 2);
        parts.put(key, units);
      }
      return units;
    }
  }
}
