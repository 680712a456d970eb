package io.gistmill.delivery.webhook;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Message.Line;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A post (rich text) for a custom robot of Feishu or Lark: lines of texts and links, which the
/// service shows as they are. It takes bodies of 20 KB.
///
/// With a key, time and signature go along: HMAC-SHA256 of nothing, by `time + line end + key`.
final class FeishuFormat extends RobotFormat {

  /// Bytes of a body, with room for what JSON adds around the lines.
  private static final int LIMIT = 19_000;

  /// Elsewhere the service makes a mention of `<at`.
  private static final Escape ESCAPE = sign -> sign == '<' ? "＜" : Character.toString(sign);

  private static final RobotCodes CODES =
      new RobotCodes(
          Duration.ofMinutes(1),
          Set.of(11232, 99991400),
          Map.of(
              19001, "no robot has this address any more; make one in the room and give its own",
              19021, "it wants another signature; give the robot's key behind a # of its address",
              19022, "its list of machines does not allow this one; add it in its settings",
              19024, "it wants a keyword; let it check a signature in its settings instead"),
          Map.of(9499, "it does not take a message of this form", 19002, "it misses something"));

  FeishuFormat() {
    super(List.of("code", "StatusCode"), CODES);
  }

  @Override
  ObjectNode body(Dispatch dispatch) {
    ObjectNode body = Trees.object();
    String key = dispatch.address().key();
    if (key != null) {
      String time = Long.toString(dispatch.at().getEpochSecond());
      body.put("timestamp", time).put("sign", RobotKeys.sign(time + "\n" + key, ""));
    }
    Message message = dispatch.message();
    body.put("msg_type", "post");
    body.putObject("content")
        .putObject("post")
        .set(ChatWords.isChinese(message) ? "zh_cn" : "en_us", post(message));
    return body;
  }

  private static ObjectNode post(Message message) {
    ObjectNode post = Trees.object();
    post.put("title", plain(message.title(), 200));
    ArrayNode lines = post.putArray("content");
    List<ArrayNode> stories = message.lines().stream().map(line -> story(message, line)).toList();
    List<ArrayNode> shown = Room.fill(stories, story -> Trees.bytes(story) + 1, LIMIT - 2_500);
    if (stories.isEmpty()) {
      lines.addArray().add(text(notice(message, 500, ESCAPE)));
    }
    lines.addAll(shown);
    String words = ChatWords.page(message, stories.size() - shown.size());
    ChatLink.of(message.links().web()).ifPresent(to -> lines.addArray().add(link(words, to)));
    return post;
  }

  private static ArrayNode story(Message message, Line line) {
    ArrayNode parts = Trees.object().putArray("story");
    String headline = plain(line.headline(), 300);
    link(message, line)
        .ifPresentOrElse(link -> parts.add(link(headline, link)), () -> parts.add(text(headline)));
    String more = Words.lines(plain(line.summary(), 1_000), plain(line.note(), 200));
    return more.isEmpty() ? parts : parts.add(text("\n" + more));
  }

  private static ObjectNode text(String words) {
    return Trees.object().put("tag", "text").put("text", words);
  }

  private static ObjectNode link(String words, String to) {
    return Trees.object().put("tag", "a").put("text", words).put("href", to);
  }

  private static String plain(String text, int units) {
    return Words.cut(Words.oneLine(text), units, ESCAPE);
  }
}
