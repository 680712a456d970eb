package io.gistmill.classifier.trained.text;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.List;

/// Reads a post as the models do: title or first line, text, quoted posts, hosts of its links, and
/// its form. For one thread at a time.
///
/// Of title and text the first [#MAX_TEXT] units count, of quoted posts the first [#MAX_QUOTED]
/// together, of links the first [#MAX_LINKS], so that no post takes long.
public final class PostText {

  static final int MAX_TEXT = 4000;
  static final int MAX_QUOTED = 2000;
  static final int MAX_LINKS = 20;

  private static final int TITLE_WEIGHT = 3;
  private static final int TEXT_WEIGHT = 2;
  private static final int QUOTED_WEIGHT = 1;
  private static final int MAX_LEAD = 120;

  /// The longest run of unspaced characters that is located.
  private static final int MAX_RUN = 4;

  private final Normaliser normaliser = new Normaliser();
  private final Grams counted;
  private final Grams located = new Grams(MAX_RUN);
  private final NormalText normal = new NormalText();
  private final List<Passage> passages = new ArrayList<>();

  /// What was read in one go.
  ///
  /// @param from where it begins in the normalised text
  /// @param to behind its last unit
  private record Passage(Evidence.Part part, int index, int weight, int from, int to) {}

  /// @param longest run of unspaced characters that is counted as a gram, 1 to 4
  public PostText(int longest) {
    this.counted = new Grams(longest);
  }

  public void read(Post post, Bag bag) {
    normalise(post);
    bag.clear();
    for (Passage passage : passages) {
      cut(passage, counted, bag);
    }
    List<String> links = post.links();
    for (int i = 0; i < Math.min(links.size(), MAX_LINKS); i++) {
      host(links.get(i), bag);
    }
    Form.of(post, ownLength(), bag);
  }

  private int ownLength() {
    return passages.stream()
        .filter(passage -> passage.part() == Evidence.Part.TEXT)
        .mapToInt(passage -> passage.to() - passage.from())
        .sum();
  }

  /// Tells where the grams of words and characters stand in the post that was read last, also of
  /// runs of unspaced characters that are too long to be counted.
  public void locate(Located taker) {
    for (Passage passage : passages) {
      Places places = taker.in(passage.part(), passage.index());
      cut(
          passage,
          located,
          (hash, weight, start, end) ->
              places.gram(hash, end - start, normal.origin(start), normal.origin(end - 1) + 1));
    }
  }

  /// Takes the grams of one part after the other; a part may come in two pieces.
  public interface Located {
    Places in(Evidence.Part part, int index);
  }

  /// Takes the grams of one part with their places.
  public interface Places {
    /// @param length in units as it was hashed
    /// @param start of the first unit within the part
    /// @param end behind the last unit
    void gram(int hash, int length, int start, int end);
  }

  private void cut(Passage passage, Grams grams, GramSink sink) {
    grams.cut(normal, passage.from(), passage.to(), passage.weight(), sink);
  }

  private void normalise(Post post) {
    normal.clear();
    passages.clear();
    String title = post.title();
    String text = post.text();
    if (title != null) {
      add(Evidence.Part.TITLE, 0, TITLE_WEIGHT, title, 0, title.length());
    }
    int lead = title == null ? leadEnd(text) : 0;
    add(Evidence.Part.TEXT, 0, TITLE_WEIGHT, text, 0, lead);
    add(Evidence.Part.TEXT, 0, TEXT_WEIGHT, text, lead, Math.min(text.length(), MAX_TEXT));
    int left = MAX_QUOTED;
    for (int i = 0; i < post.quoted().size() && left > 0; i++) {
      String quoted = post.quoted().get(i).text();
      int end = Math.min(left, quoted.length());
      add(Evidence.Part.QUOTED, i, QUOTED_WEIGHT, quoted, 0, end);
      left -= end;
    }
  }

  private void add(Evidence.Part part, int index, int weight, String text, int from, int to) {
    int begin = normal.length();
    normaliser.normalise(text, from, Math.min(to, from + MAX_TEXT), normal);
    if (normal.length() > begin) {
      passages.add(new Passage(part, index, weight, begin, normal.length()));
    }
  }

  /// The end of a short first line with more below it, else 0: such a line serves as a title.
  private static int leadEnd(String text) {
    int end = Math.min(text.length(), MAX_TEXT);
    int start = Units.skipBlank(text, 0, end);
    int line = text.indexOf('\n', start);
    boolean hasMore = line >= 0 && Units.skipBlank(text, line, end) < end;
    return hasMore && Units.length(text, start, line) <= MAX_LEAD ? line : 0;
  }

  private static void host(String link, Bag bag) {
    String host = Hosts.of(link);
    if (!host.isEmpty()) {
      bag.gram(Grams.hash("host", host), TEXT_WEIGHT, 0, 0);
      String site = Hosts.site(host);
      if (!site.equals(host)) {
        bag.gram(Grams.hash("host", site), TEXT_WEIGHT, 0, 0);
      }
    }
  }

  /// The hash of the longest gram of a word or run of words, as it comes out of a post.
  public int hashOf(String words) {
    var text = new NormalText();
    normaliser.normalise(words, 0, words.length(), text);
    var last = new int[1];
    counted.cut(
        text,
        0,
        text.length(),
        1,
        (hash, weight, start, end) -> {
          if (start == 0 && end == text.length()) {
            last[0] = hash;
          }
        });
    return last[0];
  }
}
