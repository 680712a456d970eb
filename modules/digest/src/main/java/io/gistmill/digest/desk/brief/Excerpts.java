package io.gistmill.digest.desk.brief;

import io.gistmill.digest.desk.brief.Excerpt.Context;
import io.gistmill.digest.desk.brief.Excerpt.Source;
import java.util.ArrayList;
import java.util.List;

/// Finds the excerpts of sentences: they begin and end where a clause, a quote or a book's name
/// does, and close what they open.
final class Excerpts {

  private static final String CLAUSE_ENDS = "，；：。！？,;:!?—–|";
  private static final String KEPT_AT_THE_END = "！？!?";
  private static final String TITLE_OPENS = "《【";
  private static final String TITLE_CLOSES = "》】";
  private static final String QUOTE_OPENS = "「『“";
  private static final String QUOTE_CLOSES = "」』”";
  private static final String CLOSING = TITLE_CLOSES + QUOTE_CLOSES;

  /// So many excerpts begin at one place.
  private static final int MOST_ENDS = 4;

  private record Start(int at, int clause) {}

  private final Source source;
  private final String lines;
  private final int stop;
  private final int lastClosing;
  private final int columns;

  /// Rising, as are the ends.
  private final List<Start> starts = new ArrayList<>();

  private final List<Integer> ends = new ArrayList<>();

  /// The clause that is read, and where it begins.
  private Start clause;

  private Excerpts(Source source, int columns) {
    this.source = source;
    this.columns = columns;
    lines = source.lines();
    stop = source.sentence().end();
    lastClosing = lastClosing();
    clause = new Start(source.sentence().start(), 0);
  }

  /// @param sentences those of the lines
  /// @param columns room for an excerpt
  static List<Excerpt> of(String lines, List<Sentence> sentences, int columns) {
    Context context = Context.of(lines);
    var excerpts = new ArrayList<Excerpt>();
    for (int place = 0; place < sentences.size(); place++) {
      Sentence sentence = sentences.get(place);
      boolean alone = !sharesItsLine(sentences, place);
      var found = new Excerpts(Source.of(context, sentence, place, alone), columns);
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

  private int lastClosing() {
    int at = stop - 1;
    while (at >= source.sentence().start() && CLOSING.indexOf(lines.charAt(at)) < 0) {
      at--;
    }
    return at;
  }

  private void findEdges() {
    int depth = 0;
    starts.add(clause);
    for (int at = source.sentence().start(); at < stop; at++) {
      char c = lines.charAt(at);
      if (c == '（' || c == '(') {
        endAt(at);
        depth++;
      } else if (c == '）' || c == ')') {
        depth--;
      } else if (depth <= 0 && CLAUSE_ENDS.indexOf(c) >= 0 && !Cut.isInsideNumber(lines, at)) {
        endAt(KEPT_AT_THE_END.indexOf(c) >= 0 ? at + 1 : at);
        nextClause(pastMarks(at + 1));
      } else if (depth <= 0) {
        takeQuote(c, at);
      }
    }
    endAt(stop);
  }

  /// What stands before a quote needs it and does not end there, unless the quote is never closed.
  private void takeQuote(char c, int at) {
    boolean title = TITLE_OPENS.indexOf(c) >= 0;
    if (title || QUOTE_OPENS.indexOf(c) >= 0) {
      if (at > lastClosing) {
        endAt(at);
      }
      openAt(at, title);
    } else if (CLOSING.indexOf(c) >= 0) {
      closeAt(at, TITLE_CLOSES.indexOf(c) >= 0);
    }
  }

  /// A title stands for itself wherever it is named. A quote does where a clause begins with it;
  /// else it is a word of the clause.
  private void openAt(int at, boolean title) {
    if (title ? !TitleSource.opensAt(lines, at) : at == clause.at()) {
      startAt(at);
      if (lines.charAt(at) != Excerpt.BOOK_OPENS) {
        startAt(pastMarks(at + 1));
      }
    }
  }

  private void closeAt(int at, boolean title) {
    endAt(at);
    int next = pastMarks(at + 1);
    boolean last = next > at + 1 || next == stop;
    if (title ? !TitleSource.closesAt(lines, at) : last) {
      endAt(at + 1);
      startAt(next);
    }
  }

  /// Marks that stand together end one clause.
  private void nextClause(int at) {
    if (at > clause.at()) {
      clause = new Start(at, clause.clause() + 1);
    }
    startAt(at);
  }

  /// A start that a quote has given already may turn out to be that of a clause.
  private void startAt(int at) {
    if (starts.getLast().at() == at) {
      starts.removeLast();
    }
    starts.add(new Start(at, clause.clause()));
  }

  private void endAt(int at) {
    int end = Cut.trimmedEnd(lines, source.sentence().start(), at);
    if (end > (ends.isEmpty() ? source.sentence().start() : ends.getLast())) {
      ends.add(end);
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

  /// The start of a sentence of which no excerpt is short enough and closes what it opens.
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
      int to = ends.get(i);
      width += Width.of(lines.substring(before, to));
      if (width > columns) {
        return;
      }
      if (Brackets.balance(lines, start.at(), to)
          && Brackets.closeStraightQuotes(lines, start.at(), to)) {
        excerpts.add(new Excerpt(source, start.at(), to, width, start.clause(), shorter++));
      }
      before = to;
    }
  }
}
