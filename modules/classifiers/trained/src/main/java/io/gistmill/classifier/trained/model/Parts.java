package io.gistmill.classifier.trained.model;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of one post end to end, so that one number names a place in it: title, text, quoted
/// posts, links, with a gap of one unit behind each. Reused from post to post.
final class Parts {

  /// @param base its place in the post
  record Part(Evidence.Part kind, int index, int base, String text) {
    int end() {
      return base + text.length();
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private final int[] first = new int[Evidence.Part.values().length];
  private int length;
  private @Nullable Part last;

  void read(Post post) {
    parts.clear();
    last = null;
    length = 0;
    begin(Evidence.Part.TITLE);
    if (post.title() != null) {
      add(Evidence.Part.TITLE, 0, post.title());
    }
    begin(Evidence.Part.TEXT);
    add(Evidence.Part.TEXT, 0, post.text());
    begin(Evidence.Part.QUOTED);
    List<Quote> quoted = post.quoted();
    for (int i = 0; i < quoted.size(); i++) {
      add(Evidence.Part.QUOTED, i, quoted.get(i).text());
    }
    begin(Evidence.Part.LINK);
    for (int i = 0; i < post.links().size(); i++) {
      add(Evidence.Part.LINK, i, post.links().get(i));
    }
  }

  private void begin(Evidence.Part kind) {
    first[kind.ordinal()] = parts.size();
  }

  private void add(Evidence.Part kind, int index, String text) {
    parts.add(new Part(kind, index, length, text));
    length += text.length() + 1;
  }

  int length() {
    return length;
  }

  Part part(Evidence.Part kind, int index) {
    return parts.get(first[kind.ordinal()] + index);
  }

  /// Whoever asks again mostly asks about the same part.
  private Part at(int place) {
    if (last == null || place < last.base() || place > last.end()) {
      last = search(place);
    }
    return last;
  }

  private Part search(int place) {
    int low = 0;
    int high = parts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (parts.get(middle).base() <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return parts.get(low);
  }

  char unit(int place) {
    Part part = at(place);
    return part.text().charAt(place - part.base());
  }

  /// Where the word of a spaced script begins that goes on here, else the same place.
  int wordStart(int start) {
    Part part = at(start);
    int i = start - part.base();
    while (i > 0 && isInside(part.text(), i)) {
      i--;
    }
    return part.base() + i;
  }

  /// Where the word of a spaced script ends that goes on here, else the same place.
  int wordEnd(int end) {
    Part part = at(end);
    int i = end - part.base();
    while (i > 0 && i < part.text().length() && isInside(part.text(), i)) {
      i++;
    }
    return part.base() + i;
  }

  private static boolean isInside(String text, int i) {
    return isSpaced(text.charAt(i - 1)) && isSpaced(text.charAt(i));
  }

  private static boolean isSpaced(char c) {
    return Character.isLetterOrDigit(c) && !(c >= '\u3040' && c <= '\uFAFF');
  }

  String text(int start, int end) {
    Part part = at(start);
    return part.text().substring(start - part.base(), end - part.base());
  }

  Evidence evidence(int start, int end) {
    Part part = at(start);
    return new Evidence(part.kind(), part.index(), start - part.base(), text(start, end));
  }

  /// Whether nothing but a blank or a dash lies between two places.
  boolean follow(int end, int start) {
    Part part = at(end);
    return start == end && start < part.end()
        || start == end + 1 && start < part.end() && " -".indexOf(unit(end)) >= 0;
  }

  /// The first line of the first part that has words.
  Evidence firstLine(int most) {
    for (Part part : parts) {
      if (!part.text().isBlank()) {
        String text = part.text();
        int start = 0;
        while (Character.isWhitespace(text.charAt(start))) {
          start++;
        }
        int line = text.indexOf('\n', start);
        int end = Math.min(line < 0 ? text.length() : line, start + most);
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
          end--;
        }
        return new Evidence(part.kind(), part.index(), start, text.substring(start, end));
      }
    }
    throw new IllegalStateException("the post has no words");
  }
}
