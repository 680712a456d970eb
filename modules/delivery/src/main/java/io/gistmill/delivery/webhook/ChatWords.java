package io.gistmill.delivery.webhook;

import io.gistmill.delivery.Message;

/// The words around the stories, in the reader's language.
final class ChatWords {

  private ChatWords() {}

  static boolean isChinese(Message message) {
    return message.language().startsWith("zh");
  }

  /// The text of the link to the page.
  ///
  /// @param more stories that did not fit
  static String page(Message message, int more) {
    if (message.lines().isEmpty()) {
      return isChinese(message) ? "打开页面" : "Open the page";
    }
    if (isChinese(message)) {
      return more == 0 ? "在网页上阅读" : "网页上还有 " + more + " 条";
    }
    return more == 0 ? "Read it on the web" : more + " more on the web";
  }
}
