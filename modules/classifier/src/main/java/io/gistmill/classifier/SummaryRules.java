package io.gistmill.classifier;

/// Which posts are worth a summary.
///
/// @param leastLetters of the post's own words, without addresses and code; Chinese characters are
///   letters too
/// @param withTopics whether a post without topic gets none
public record SummaryRules(int leastLetters, boolean withTopics) {

  boolean isWorth(Prose prose, Tagging tagging) {
    return (!withTopics || !tagging.topics().isEmpty())
        && prose.text().codePoints().filter(Character::isLetter).count() >= leastLetters;
  }
}
