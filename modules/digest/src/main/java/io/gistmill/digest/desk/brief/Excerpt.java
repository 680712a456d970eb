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

  /// A sentence as its excerpts see it.
  ///
  /// @param lines the text in which it stands
  /// @param pairs of that text
  /// @param names of that text
  /// @param place among the sentences, from 0
  /// @param alone the only one of its line
  record Source(
      String lines,
      LetterPairs pairs,
      LatinNames names,
      Sentence sentence,
      int place,
      boolean alone) {}

  String text() {
    return source.lines().substring(from, to);
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
    return source.lines().charAt(from) == '《' && source.lines().charAt(to - 1) == '》';
  }

  boolean startsSentence() {
    return from == source.sentence().start();
  }

  /// True when at most one mark follows in the sentence.
  boolean endsSentence() {
    return to >= source.sentence().end() - 1;
  }

  int count(LetterPairs.Trait trait) {
    return source.pairs().count(trait, from, to);
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
