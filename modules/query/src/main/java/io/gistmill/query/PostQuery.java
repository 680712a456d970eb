package io.gistmill.query;

import org.apache.lucene.search.Query;

/// What came of reading a query that somebody wrote.
///
/// Words are looked for in headline and summary; `author`, `language`, `topic`, `source` and
/// `confidence` are fields. `AND`, `OR` and `NOT` join them, and words side by side must all occur.
/// The same text always means the same.
///
/// What a query may cost is bounded by [QueryLimits] when it is read, never by a time limit when it
/// is asked: a query that was once accepted is never cut off.
public sealed interface PostQuery {

  /// Reads a query; never throws, whatever the text is.
  static PostQuery parse(String text) {
    return QueryReader.read(text);
  }

  /// As it was written.
  String text();

  /// Can be asked of a [PostIndex]. Equal when the texts are.
  final class Parsed implements PostQuery {

    private final String text;
    private final Query query;

    Parsed(String text, Query query) {
      this.text = text;
      this.query = query;
    }

    @Override
    public String text() {
      return text;
    }

    Query query() {
      return query;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Parsed parsed && parsed.text.equals(text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// Is not a query, or one that would cost too much.
  ///
  /// @param reason what is wrong, as a clause without a full stop
  /// @param position of the trouble, in UTF-16 units from 0; the text's length for its end
  /// @param mend how to write it instead, as a clause without a full stop
  record Refused(String text, String reason, int position, String mend) implements PostQuery {

    /// One line for people; positions are counted from 1.
    public String message() {
      return "character " + (position + 1) + ": " + reason + "; " + mend;
    }
  }
}
