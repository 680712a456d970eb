package io.gistmill.classifier.trained.text;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Post;
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

  private final Normaliser normaliser = new Normaliser();
  private final Grams grams;

  /// @param longest run of unspaced characters that is a gram, 1 to 4
  public PostText(int longest) {
    this.grams = new Grams(longest);
  }

  public void read(Post post, Bag bag) {
    bag.clear();
    cut(post, (part, index) -> bag);
    List<String> links = post.links();
    for (int i = 0; i < Math.min(links.size(), MAX_LINKS); i++) {
      host(links.get(i), bag);
    }
    Form.of(post, bag);
  }

  /// Tells all grams and where they stand in the original.
  public void locate(Post post, Located located) {
    cut(
        post,
        (part, index) ->
            (hash, weight, start, end) -> {
              NormalText text = current;
              located.gram(
                  hash, end - start, part, index, text.origin(start), text.origin(end - 1) + 1);
            });
  }

  /// Takes the grams of a post with their places.
  public interface Located {
    /// @param length in units as it was hashed
    /// @param start of the first unit within the part
    /// @param end behind the last unit
    void gram(int hash, int length, Evidence.Part part, int index, int start, int end);
  }

  private interface Sinks {
    GramSink of(Evidence.Part part, int index);
  }

  private NormalText current = new NormalText();

  private void cut(Post post, Sinks sinks) {
    String title = post.title();
    String text = post.text();
    if (title != null) {
      cut(title, 0, title.length(), TITLE_WEIGHT, sinks.of(Evidence.Part.TITLE, 0));
    }
    int lead = title == null ? leadEnd(text) : 0;
    GramSink sink = sinks.of(Evidence.Part.TEXT, 0);
    cut(text, 0, lead, TITLE_WEIGHT, sink);
    cut(text, lead, Math.min(text.length(), MAX_TEXT), TEXT_WEIGHT, sink);
    int left = MAX_QUOTED;
    for (int i = 0; i < post.quoted().size() && left > 0; i++) {
      String quoted = post.quoted().get(i).text();
      int end = Math.min(left, quoted.length());
      cut(quoted, 0, end, QUOTED_WEIGHT, sinks.of(Evidence.Part.QUOTED, i));
      left -= end;
    }
  }

  private void cut(String text, int from, int to, int weight, GramSink sink) {
    current = normaliser.normalise(text, from, Math.min(to, from + MAX_TEXT));
    grams.cut(current, weight, sink);
  }

  /// The end of a short first line with more below it, else 0: such a line serves as a title.
  private static int leadEnd(String text) {
    int end = Math.min(text.length(), MAX_TEXT);
    int start = 0;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int line = text.indexOf('\n', start);
    return line >= 0 && line < end && line - start <= MAX_LEAD ? line : 0;
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
    NormalText text = normaliser.normalise(words, 0, words.length());
    var last = new int[1];
    grams.cut(
        text,
        1,
        (hash, weight, start, end) -> {
          if (start == 0 && end == text.length()) {
            last[0] = hash;
          }
        });
    return last[0];
  }
}
