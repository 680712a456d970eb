package io.gistmill.digest.desk.brief;

/// A sentence exactly as it stands in a text.
///
/// @param start offset in the text
/// @param end offset behind its last character
/// @param line number of its line, from 0
/// @param listed true when it was an item of a list, whose mark is left out
record Sentence(String text, int start, int end, int line, boolean listed) {

  /// True when nothing but white space lies between the two, in one line.
  boolean isFollowedBy(Sentence next) {
    return line == next.line && start < next.start && next.start - end <= 2;
  }
}
