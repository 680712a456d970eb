package io.gistmill.digest.desk.brief;

import io.gistmill.digest.desk.brief.Excerpt.Source;
import java.util.ArrayList;
import java.util.List;

/// Finds the excerpts of sentences: they begin and end where a clause, a quote or a book's name
/// does, and close what they open.
final class Excerpts {

  private static final String CLAUSE_ENDS = "，；：。！？,;:!?—–|";
  private static final String KEPT_AT_THE_END = "！？!?";
  private static final String BOOK_OPENS = "《";
  private static final String OPENING = "《「『“【";
  private static final String CLOSING = "》」』”】";

  /// So many excerpts begin at one place.
  private static final int MOST_ENDS = 4;

  private record Start(int at, int clause) {}

  private final Source source;
  private final String lines;
  private final int stop;
  private final List<Start> starts = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private final int columns;

  private Excerpts(Source source, int columns) {
    this.source = source;
    this.columns = columns;
    lines = source.lines();
    stop = source.sentence().end();
  }

  /// @param sentences those of the lines
  /// @param columns room for an excerpt
  static List<Excerpt> of(String lines, List<Sentence> sentences, int columns) {
    LetterPairs pairs = LetterPairs.of(lines);
    var excerpts = new ArrayList<Excerpt>();
    for (int place = 0; place < sentences.size(); place++) {
      Sentence sentence = sentences.get(place);
      boolean alone = !sharesItsLine(sentences, place);
      var found = new Excerpts(new Source(lines, pairs, sentence, place, alone), columns);
      found.findEdges();
      found.addTo(excerpts);
    }
    return excerpts;
  }

  private static boolean sharesItsLine(List<Sentence> all, int place) {
    int line = all.get(place).line();
    return place > 0 && all.get(place - 1).line() == line
        || place + 1 < all.size() && all.get(place + 1).line() == line;
  }

  private void findEdges() {
    int clause = 0;
    int depth = 0;
    starts.add(new Start(source.sentence().start(), 0));
    for (int at = source.sentence().start(); at < stop; at++) {
      char c = lines.charAt(at);
      if (c == '（' || c == '(') {
        ends.add(at);
        depth++;
      } else if (c == '）' || c == ')') {
        depth--;
      } else if (depth <= 0 && CLAUSE_ENDS.indexOf(c) >= 0 && !Cut.isInsideNumber(lines, at)) {
        ends.add(KEPT_AT_THE_END.indexOf(c) >= 0 ? at + 1 : at);
        starts.add(new Start(pastMarks(at + 1), ++clause));
      } else if (depth <= 0) {
        takeQuote(c, at, clause);
      }
    }
    ends.add(stop);
  }

  /// A book's name keeps its marks.
  private void takeQuote(char c, int at, int clause) {
    if (OPENING.indexOf(c) >= 0) {
      ends.add(at);
      starts.add(new Start(at, clause));
      if (BOOK_OPENS.indexOf(c) < 0) {
        starts.add(new Start(at + 1, clause));
      }
    } else if (CLOSING.indexOf(c) >= 0) {
      ends.add(at);
      ends.add(at + 1);
      starts.add(new Start(pastMarks(at + 1), clause));
    }
  }

  private int pastMarks(int from) {
    int at = from;
    while (at < stop
        && (Character.isWhitespace(lines.charAt(at))
            || "、".indexOf(lines.charAt(at)) >= 0
            || CLAUSE_ENDS.indexOf(lines.charAt(at)) >= 0
            || CLOSING.indexOf(lines.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private void addTo(List<Excerpt> excerpts) {
    int before = excerpts.size();
    addClauses(excerpts);
    if (excerpts.size() == before) {
      addCut(excerpts);
    }
  }

  /// The start of a sentence in which no clause is short enough.
  private void addCut(List<Excerpt> excerpts) {
    int from = source.sentence().start();
    String cut = Cut.to(source.sentence().text(), columns);
    if (!cut.isEmpty()) {
      excerpts.add(new Excerpt(source, from, from + cut.length(), Width.of(cut), 0, 0));
    }
  }

  private void addClauses(List<Excerpt> excerpts) {
    int firstEnd = 0;
    for (Start start : starts) {
      while (firstEnd < ends.size() && ends.get(firstEnd) <= start.at()) {
        firstEnd++;
      }
      addFrom(start, firstEnd, excerpts);
    }
  }

  private void addFrom(Start start, int firstEnd, List<Excerpt> excerpts) {
    int shorter = 0;
    int before = start.at();
    int width = 0;
    for (int i = firstEnd; i < ends.size() && shorter < MOST_ENDS; i++) {
      int to = Cut.trimmedEnd(lines, start.at(), ends.get(i));
      width += to > before ? Width.of(lines.substring(before, to)) : 0;
      if (width > columns) {
        return;
      }
      if (to > before && Brackets.balance(lines, start.at(), to)) {
        excerpts.add(new Excerpt(source, start.at(), to, width, start.clause(), shorter++));
      }
      before = Math.max(before, to);
    }
  }
}
