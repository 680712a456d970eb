package io.gistmill.query;

/// What a query may cost at the most. Asking one of a window takes time in proportion to its
/// clauses and to the posts that hold its words, so these bound that.
public final class QueryLimits {

  /// In UTF-16 units.
  public static final int MOST_CHARACTERS = 1_000;

  /// Words, phrases and fields.
  public static final int MOST_CLAUSES = 32;

  /// Of one phrase. Of Chinese, Japanese and Korean each pair of characters counts as one.
  public static final int MOST_WORDS_OF_A_PHRASE = 20;

  /// Letters before a `*`: fewer would meet a large part of all words.
  public static final int FEWEST_LETTERS_OF_A_PREFIX = 2;

  /// Words that end in `*`.
  public static final int MOST_PREFIXES = 8;

  /// Opening brackets, nested or not.
  public static final int MOST_BRACKETS = 32;

  private QueryLimits() {}
}
