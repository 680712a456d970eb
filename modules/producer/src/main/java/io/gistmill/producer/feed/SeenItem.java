package io.gistmill.producer.feed;

import java.util.regex.Pattern;

/// What is remembered of an item: hashes of its identity and of its words, and whether it was
/// published as history. Short, since there are many.
///
/// @param id 16 hexadecimal digits of the post's id
/// @param content 12 hexadecimal digits of [io.gistmill.domain.PostIds#contentHash]
record SeenItem(String id, boolean history, String content) {

  private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{16}[hp][0-9a-f]{12}");

  static SeenItem of(String postId, boolean history, String contentHash) {
    return new SeenItem(idOf(postId), history, contentHash.substring(0, 12));
  }

  static String idOf(String postId) {
    return postId.substring(0, 16);
  }

  static boolean isWritten(String text) {
    return WRITTEN.matcher(text).matches();
  }

  static SeenItem read(String text) {
    return new SeenItem(text.substring(0, 16), text.charAt(16) == 'h', text.substring(17));
  }

  String written() {
    return id + (history ? 'h' : 'p') + content;
  }
}
