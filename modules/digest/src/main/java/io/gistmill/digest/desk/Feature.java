package io.gistmill.digest.desk;

/// What two posts are compared by. Each value lies between 0 and 1.
enum Feature {
  /// 1 for every pair.
  ALWAYS,
  /// A link that names what a post is about stands in both.
  LINK,
  /// How rare the rarest name is that both have.
  RAREST_NAME,
  /// The same among what both are about.
  RAREST_SUBJECT,
  /// What both name besides.
  MORE_NAMES,
  /// How much of what either names is named by both.
  ALIKE_NAMES,
  /// How much rarer than what both are about that is which each is about and the other does not
  /// name.
  RIVALS,
  /// Both are about releases of one thing, and not about the same.
  OTHER_RELEASE,
  /// Measures in both.
  NUMBERS,
  /// How alike the words are, within one language.
  WORDS,
  /// How alike the meanings are that both languages share, within one language.
  MEANINGS,
  /// The same between two languages.
  MEANINGS_ACROSS,
  /// Rare name and alike words together.
  NAME_AND_WORDS,
  /// Resemblance of the texts, letter by letter.
  COPIED,
  /// How much of the topics of either both have.
  TOPICS,
  /// Both have topics, and none in common.
  OTHER_TOPICS,
  /// The languages differ.
  ACROSS,
  /// Time between the posts, in weeks.
  WEEK,
  SAME_AUTHOR,
  /// One author within six hours.
  SAME_HOURS
}
