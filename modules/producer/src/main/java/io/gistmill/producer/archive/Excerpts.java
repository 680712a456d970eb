package io.gistmill.producer.archive;

/// Short pieces of foreign text for messages.
final class Excerpts {

  private Excerpts() {}

  /// The first `limit` UTF-16 units without a torn surrogate pair; control characters become
  /// spaces, so that no archive writes to the terminal of its reader.
  static String cut(String text, int limit) {
    String head = text.length() > limit ? text.substring(0, limit) : text;
    if (!head.isEmpty() && Character.isHighSurrogate(head.charAt(head.length() - 1))) {
      head = head.substring(0, head.length() - 1);
    }
    return head.replaceAll("\\p{Cntrl}", " ").strip();
  }
}
