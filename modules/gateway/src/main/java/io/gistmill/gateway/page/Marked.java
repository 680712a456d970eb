package io.gistmill.gateway.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text in pieces: plain, marked with a reason, or behind a link. Nothing is escaped yet.
///
/// @param cut true where the end is left out
public record Marked(List<Segment> segments, boolean cut) {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'，。；、！？（）【】「」]+");
  private static final int AROUND = 70;

  public Marked {
    segments = List.copyOf(segments);
  }

  /// @param reason why the piece is marked; null where it is not
  /// @param link an address of the web; null where there is none
  public record Segment(String text, @Nullable String reason, @Nullable String link) {}

  /// @param start offset of the first UTF-16 unit
  /// @param end exclusive
  record Mark(int start, int end, String reason) {}

  static Marked plain(String text) {
    return of(text, List.of(), Integer.MAX_VALUE);
  }

  /// Marks that do not lie within the text are left out.
  ///
  /// @param limit how much of a very long text is shown
  static Marked of(String text, Collection<Mark> marks, int limit) {
    String shown = shown(text, limit);
    List<Mark> within =
        marks.stream()
            .filter(mark -> mark.start() < mark.end() && mark.end() <= shown.length())
            .toList();
    List<MatchResult> links = ADDRESS.matcher(shown).results().toList();
    var segments = new ArrayList<Segment>();
    int from = 0;
    for (int edge : edges(shown, within, links)) {
      if (edge > from) {
        segments.add(segment(shown.substring(from, edge), from, within, links));
        from = edge;
      }
    }
    return new Marked(segments, shown.length() < text.length());
  }

  private static String shown(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
  }

  private static TreeSet<Integer> edges(String text, List<Mark> marks, List<MatchResult> links) {
    var edges = new TreeSet<Integer>();
    for (Mark mark : marks) {
      edges.add(mark.start());
      edges.add(mark.end());
    }
    for (MatchResult link : links) {
      edges.add(link.start());
      edges.add(link.end());
    }
    edges.add(text.length());
    return edges;
  }

  private static Segment segment(String text, int from, List<Mark> marks, List<MatchResult> links) {
    String reasons =
        String.join(
            ", ",
            marks.stream()
                .filter(mark -> mark.start() <= from && from < mark.end())
                .map(Mark::reason)
                .distinct()
                .toList());
    String link =
        links.stream()
            .filter(found -> found.start() <= from && from < found.end())
            .map(found -> Texts.link(found.group()))
            .findFirst()
            .orElse(null);
    return new Segment(Texts.straight(text), reasons.isEmpty() ? null : reasons, link);
  }

  /// A piece of the text around the first of some words, with all of them marked.
  ///
  /// @param words in lower case
  static Marked excerpt(String text, List<String> words) {
    String line = Texts.oneLine(text);
    String lower = line.toLowerCase(Locale.ROOT);
    if (lower.length() != line.length()) {
      return plain(Texts.cut(line, 2 * AROUND));
    }
    int first = words.stream().mapToInt(lower::indexOf).filter(at -> at >= 0).min().orElse(0);
    int from = wordStart(line, whole(line, Math.max(0, first - AROUND / 2)), first);
    int to = whole(line, Math.min(line.length(), first + 2 * AROUND));
    String piece = line.substring(from, to);
    var marks = new ArrayList<Mark>();
    for (String word : words) {
      mark(marks, piece.toLowerCase(Locale.ROOT), word);
    }
    Marked found = of(piece, marks, Integer.MAX_VALUE);
    var segments = new ArrayList<Segment>();
    if (from > 0) {
      segments.add(new Segment("…", null, null));
    }
    found.segments().forEach(it -> segments.add(new Segment(it.text(), it.reason(), null)));
    if (to < line.length()) {
      segments.add(new Segment("…", null, null));
    }
    return new Marked(segments, false);
  }

  private static void mark(List<Mark> marks, String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
      marks.add(new Mark(at, at + word.length(), "found"));
    }
  }

  /// The next start of a word, as long as it is not far.
  private static int wordStart(String text, int at, int before) {
    int space = text.indexOf(' ', at);
    boolean near = at > 0 && space >= 0 && space < before && space - at < 15;
    return near ? space + 1 : at;
  }

  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
