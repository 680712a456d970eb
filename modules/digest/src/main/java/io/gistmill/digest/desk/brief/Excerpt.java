package io.gistmill.digest.desk.brief;

/// A part of a sentence, of one clause or some, that may serve as a headline.
///
/// @param source the sentence
/// @param from offset in the text of the sentence's lines
/// @param to offset behind its last character
/// @param width in columns
/// @param clause number of its first clause in the sentence, from 0
/// @param shorter how many excerpts with the same beginning end before it
record Excerpt(Source source, int from, int to, int width, int clause, int shorter) {

  static final char BOOK_OPENS = '《';

  /// A text as its excerpts see it. What each of them asks is found out once.
  ///
  /// @param lower the lines in lower case, letter by letter, so that every offset stays
  /// @param hasBook has a book's name
  /// @param hasLines is more than one line
  record Context(
      String lines,
      String lower,
      LetterPairs pairs,
      LatinNames names,
      boolean hasBook,
      boolean hasLines) {

    static Context of(String lines) {
      return new Context(
          lines,
          lower(lines),
          LetterPairs.of(lines),
          LatinNames.of(lines),
          lines.indexOf(BOOK_OPENS) >= 0,
          lines.indexOf('\n') >= 0);
    }

    private static String lower(String lines) {
      char[] letters = lines.toCharArray();
      for (int at = 0; at < letters.length; at++) {
        letters[at] = Character.toLowerCase(letters[at]);
      }
      return new String(letters);
    }
  }

  /// A sentence as its excerpts see it.
  ///
  /// @param context the text in which it stands
  /// @param place among the sentences, from 0
  /// @param alone the only one of its line
  /// @param padding whether it says nothing of the subject, as [Padding] tells
  record Source(Context context, Sentence sentence, int place, boolean alone, boolean padding) {

    /// @param place among the sentences, from 0
    static Source of(Context context, Sentence sentence, int place, boolean alone) {
      String lower = context.lower().substring(sentence.start(), sentence.end());
      return new Source(context, sentence, place, alone, Padding.is(lower));
    }

    String lines() {
      return context.lines();
    }
  }

  String text() {
    return source.lines().substring(from, to);
  }

  String lower() {
    return source.context().lower().substring(from, to);
  }

  boolean hasOneOf(String marks) {
    for (int at = from; at < to; at++) {
      if (marks.indexOf(source.lines().charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// True when it is a book's name and nothing else.
  boolean isBook() {
    return source.lines().charAt(from) == BOOK_OPENS && source.lines().charAt(to - 1) == '》';
  }

  boolean hasBook() {
    return source.lines().indexOf(BOOK_OPENS, from, to) >= 0;
  }

  boolean startsSentence() {
    return from == source.sentence().start();
  }

  /// True when at most one mark follows in the sentence.
  boolean endsSentence() {
    return to >= source.sentence().end() - 1;
  }

  /// Whether it can be understood without the rest of its sentence and says more than a call upon
  /// the reader.
  boolean stands() {
    boolean leans = !startsSentence() && Cues.LEANS.begin(lower());
    return !leans
        && !Fragments.isOne(this)
        && !source.padding()
        && !Cues.CALL.in(lower())
        && !Cues.SALES.in(lower());
  }

  int count(LetterPairs.Trait trait) {
    return source.context().pairs().count(trait, from, to);
  }

  boolean follows(String marks) {
    int at = from - 1;
    while (at > source.sentence().start() && source.lines().charAt(at) == ' ') {
      at--;
    }
    return at >= source.sentence().start() && marks.indexOf(source.lines().charAt(at)) >= 0;
  }

  boolean isBefore(String marks) {
    return to < source.lines().length() && marks.indexOf(source.lines().charAt(to)) >= 0;
  }

  boolean endsLine() {
    return to == source.lines().length() || source.lines().charAt(to) == '\n';
  }
}
