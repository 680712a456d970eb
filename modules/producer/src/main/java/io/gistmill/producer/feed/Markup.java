package io.gistmill.producer.feed;

/// Words as they stand in a feed.
///
/// @param form what they are written in
record Markup(String words, Form form) {

  static final Markup NONE = new Markup("", Form.PLAIN);

  enum Form {
    PLAIN,
    HTML,
    /// RSS does not say; taken for HTML when it looks like it.
    UNKNOWN
  }

  boolean isBlank() {
    return words.isBlank();
  }
}
