package io.gistmill.digest.desk.brief;

/// A sentence as it stands in a text.
///
/// @param text its words, without marks of Markdown
/// @param start offset in the text
/// @param end offset behind its last character
/// @param line number of its line, from 0
/// @param form how it stands there
record Sentence(String text, int start, int end, int line, Form form) {

  enum Form {
    WHOLE,
    /// An item of a list, whose mark is left out.
    LISTED,
    /// The rest of a sentence behind an address.
    REMNANT,
    /// The words of a Markdown link.
    LABEL
  }

  /// True when nothing but white space lies between the two, in one line.
  boolean isFollowedBy(Sentence next) {
    return line == next.line && start < next.start && next.start - end <= 2;
  }
}
