package io.gistmill.delivery.webhook;

import io.gistmill.delivery.Message;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a room of a chat service reads when digests are to come.
final class Greeting {

  private Greeting() {}

  /// @param manage where the subscription is changed; null to show nobody in the room
  static Message of(String challenge, @Nullable URI manage, String language) {
    boolean chinese = language.startsWith("zh");
    String title = chinese ? "Gistmill 将向此处推送摘要" : "Gistmill will post digests here";
    String text =
        chinese
            ? "这是一条测试消息。如果没有人订阅,可以在此群设置中移除该 webhook。"
            : "This is a test. If nobody here asked for it, remove this webhook in the room's"
                + " settings.";
    String page = manage == null ? "" : manage.toString();
    var links = new Message.Links(page, page, page);
    String id = "challenge." + challenge;
    return new Message(id, title, language, text, "", "{}", List.of(), links, null);
  }
}
