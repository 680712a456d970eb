package io.gistmill.digest.desk;

/// What two posts are compared by. Each value lies between 0 and 1.
enum Feature {
  /// A link that names what a post is about stands in both, and joins still; see [SharedLinks].
  LINK(Sense.FOR),
  /// Both have such links, and none in common.
  OTHER_LINKS(Sense.AGAINST),
  /// How rare the rarest name is that both have.
  RAREST_NAME(Sense.FOR),
  /// How rare the second rarest name is that both have.
  SECOND_NAME(Sense.FOR),
  /// How rare the rarest name is that both are about.
  RAREST_SUBJECT(Sense.FOR),
  /// What both name, all in all.
  SHARED_NAMES(Sense.FOR),
  /// How much of what either names is named by both.
  ALIKE_NAMES(Sense.FOR),
  /// How much rarer than what both are about that is which each is about and the other does not
  /// name.
  RIVALS(Sense.AGAINST),
  /// How rare that is which each is about and the other does not name: the lesser of the two.
  OWN_SUBJECTS(Sense.AGAINST),
  /// The greater of the two; where one has nothing of its own, that of the other.
  OWN_SUBJECT(Sense.AGAINST),
  /// Both are about releases of one thing, and not about the same.
  OTHER_RELEASE(Sense.AGAINST),
  /// Measures in both.
  NUMBERS(Sense.FOR),
  /// Both have measures, and none in common.
  OTHER_NUMBERS(Sense.AGAINST),
  /// How alike the words are.
  WORDS(Sense.FOR),
  /// How much of the words of the shorter one both have.
  CONTAINED_WORDS(Sense.FOR),
  /// How telling the words are that both have, all in all.
  SHARED_WORDS(Sense.FOR),
  /// How telling the most telling word is that both have.
  RAREST_WORD(Sense.FOR),
  /// How telling the second one is.
  SECOND_WORD(Sense.FOR),
  /// How alike the meanings are that both languages share.
  MEANINGS(Sense.FOR),
  /// How much of the meanings of the shorter one both have.
  CONTAINED_MEANINGS(Sense.FOR),
  /// How telling the most telling meaning is that both have.
  RAREST_MEANING(Sense.FOR),
  /// How telling the second one is.
  SECOND_MEANING(Sense.FOR),
  /// How telling the meanings are that both have, all in all.
  SHARED_MEANINGS(Sense.FOR),
  /// Resemblance of the texts, letter by letter.
  COPIED(Sense.FOR),
  /// How much of the topics of either both have.
  TOPICS(Sense.FOR),
  /// Both have topics, and none in common.
  OTHER_TOPICS(Sense.AGAINST),
  /// The languages differ.
  ACROSS(Sense.EITHER),
  /// Time between the posts, in weeks.
  WEEK(Sense.AGAINST),
  /// One author of one source.
  SAME_AUTHOR(Sense.AGAINST),
  /// One author within six hours.
  SAME_HOURS(Sense.FOR);

  /// For what a greater value may speak; nothing that is learnt goes against it.
  enum Sense {
    FOR,
    AGAINST,
    EITHER
  }

  private final Sense sense;

  Feature(Sense sense) {
    this.sense = sense;
  }

  Sense sense() {
    return sense;
  }
}
