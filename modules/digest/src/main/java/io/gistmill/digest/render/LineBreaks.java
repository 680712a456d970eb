package io.gistmill.digest.render;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Breaks one paragraph into lines.
///
/// Where a line may end is the platform's own line [BreakIterator], which keeps to what UAX 14 and
/// GB/T 15834 ask of Chinese: no line begins with closing punctuation, none ends with opening one,
/// and neither `——` nor `……` is torn. It would break addresses and dotted names, and after a space
/// it forgets punctuation (LB13 and LB14 do not); those are mended here.
final class LineBreaks {

  private static final String CLOSING = "。，、；：？！”’」』）》〉】〕％!?)]}";
  private static final String OPENING = "“‘「『（《〈【〔([{";

  /// What is not torn even in a word that is longer than a line: a sign with what joins it, and a
  /// few signs that may not begin or end a line.
  private static final Pattern CLUSTER =
      Pattern.compile(
          "[%s]{0,2}\\X[%s%%.,:;]{0,2}".formatted(Pattern.quote(OPENING), Pattern.quote(CLOSING)));

  private final String text;
  private final int width;
  private final Columns columns;
  private final StringBuilder lines = new StringBuilder();
  private int column;

  /// @param width columns of a line, at least 2
  LineBreaks(String text, int width) {
    this.text = text;
    this.width = width;
    this.columns = Columns.in(text);
  }

  /// @param between what stands between two lines
  String lines(String between) {
    for (String chunk : chunks()) {
      pieces(chunk).forEach(piece -> append(piece, between));
    }
    return lines.toString();
  }

  private void append(String piece, String between) {
    if (column > 0 && column + columns.of(piece.stripTrailing()) > width) {
      stripTrailing();
      lines.append(between);
      column = 0;
    }
    lines.append(piece);
    column += columns.of(piece);
  }

  private void stripTrailing() {
    int end = lines.length();
    while (end > 0 && Character.isWhitespace(lines.charAt(end - 1))) {
      end--;
    }
    lines.setLength(end);
  }

  /// What must stay on one line.
  private List<String> chunks() {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    var chunks = new ArrayList<String>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end == text.length() || !(insideWord(end) || holdsOn(end))) {
        chunks.add(text.substring(start, end));
        start = end;
      }
    }
    return chunks;
  }

  private boolean holdsOn(int at) {
    int before = at - 1;
    while (before > 0 && text.charAt(before) == ' ') {
      before--;
    }
    return CLOSING.indexOf(text.charAt(at)) >= 0 || OPENING.indexOf(text.charAt(before)) >= 0;
  }

  private boolean insideWord(int at) {
    int before = text.codePointBefore(at);
    return !Character.isWhitespace(before)
        && !Columns.isWide(before)
        && !Columns.isWide(text.codePointAt(at));
  }

  /// A name or a row of signs that is longer than a line is cut wherever the line ends; an address
  /// would lead nowhere then.
  private List<String> pieces(String chunk) {
    boolean endless = columns.of(chunk.stripTrailing()) > width && !chunk.contains("://");
    return endless
        ? CLUSTER.matcher(chunk).results().map(MatchResult::group).toList()
        : List.of(chunk);
  }
}
