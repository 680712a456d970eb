package io.gistmill.delivery.webhook;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Message.Line;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Embeds for a webhook of Discord, one for each story.
///
/// Discord takes 10 embeds of 6,000 signs together, titles of 256 and a content of 2,000. Nobody is
/// notified, since no mention is allowed. Signs of Markdown are escaped by a backslash, but for the
/// foot of an embed, which is plain.
final class DiscordFormat extends ChatFormat {

  private static final int EMBEDS = 10;
  private static final int SIGNS = 6_000;
  private static final Escape ESCAPE =
      sign ->
          "\\`*_~|>#[]()<@:-".indexOf(sign) >= 0
              ? "\\" + Character.toString(sign)
              : Character.toString(sign);

  @Override
  ObjectNode body(Dispatch dispatch) {
    Message message = dispatch.message();
    List<ObjectNode> stories = message.lines().stream().map(line -> embed(message, line)).toList();
    List<ObjectNode> few = Room.fill(stories, story -> 1, EMBEDS);
    List<ObjectNode> shown = Room.fill(few, DiscordFormat::size, SIGNS);
    ObjectNode body = Trees.object();
    body.put("content", content(message, stories.size() - shown.size()));
    body.putObject("allowed_mentions").putArray("parse");
    body.putArray("embeds").addAll(shown);
    return body;
  }

  /// With `wait`, Discord answers once it has stored the message, and says what is wrong with it.
  @Override
  URI address(Dispatch dispatch) {
    String uri = dispatch.address().uri().toString();
    String plain = uri.replaceAll("(?<=[?&])wait=[^&]*&?", "").replaceFirst("[?&]$", "");
    return URI.create(plain + (plain.contains("?") ? "&" : "?") + "wait=true");
  }

  @Override
  boolean isItsOwn(byte[] body) {
    return Trees.parse(body).filter(message -> message.has("id")).isPresent();
  }

  private static String content(Message message, int more) {
    String words = ChatWords.page(message, more);
    String said = message.lines().isEmpty() ? "\n" + notice(message, 500, ESCAPE) + "\n" : "\n";
    return "**"
        + Words.cut(Words.oneLine(message.title()), 250, ESCAPE)
        + "**"
        + said
        + ChatLink.of(message.links().web()).map(it -> "[" + words + "](<" + it + ">)").orElse("");
  }

  private static ObjectNode embed(Message message, Line line) {
    ObjectNode embed = Trees.object();
    embed.put("title", Words.cut(Words.oneLine(line.headline()), 256, ESCAPE));
    link(message, line).ifPresent(link -> embed.put("url", link));
    String summary = Words.cut(Words.oneLine(line.summary()), 500, ESCAPE);
    if (!summary.isEmpty()) {
      embed.put("description", summary);
    }
    String note = Words.cut(Words.oneLine(line.note()), 200);
    if (!note.isEmpty()) {
      embed.putObject("footer").put("text", note);
    }
    return embed;
  }

  private static int size(ObjectNode embed) {
    return embed.path("title").asString("").length()
        + embed.path("description").asString("").length()
        + embed.path("footer").path("text").asString("").length();
  }
}
