package io.gistmill.delivery.webhook;

import io.gistmill.delivery.Message;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Markdown for a custom robot of DingTalk, which takes bodies of 20,000 bytes and 20 messages a
/// minute, and then none for ten minutes.
///
/// With a key, time and signature stand in the address: HMAC-SHA256 of `time + line end + key` by
/// the key.
final class DingtalkFormat extends RobotFormat {

  private static final RobotMarkdown MARKDOWN = new RobotMarkdown(Trees::bytes, 18_000);

  private static final String GONE =
      "no robot has this address any more; make one in the group and give its own";

  private static final RobotCodes CODES =
      new RobotCodes(
          Duration.ofMinutes(10),
          Set.of(130101, 410100, 90030),
          Map.of(
              300001,
              GONE,
              400101,
              GONE,
              400102,
              "the robot is switched off; switch it on in the group",
              400013,
              "the group was dissolved; give the address of a robot of another",
              310000,
              "it wants a keyword, a signature or another machine; give the robot's key"
                  + " behind a # of its address"),
          Map.of(460101, "it does not take a message of this length"));

  DingtalkFormat() {
    super(List.of("errcode"), CODES);
  }

  @Override
  ObjectNode body(Dispatch dispatch) {
    Message message = dispatch.message();
    ObjectNode body = Trees.object().put("msgtype", "markdown");
    String title = Words.cut(Words.oneLine(message.title()), 80, RobotMarkdown.ESCAPE);
    body.putObject("markdown").put("title", title).put("text", MARKDOWN.of(message));
    body.putObject("at").put("isAtAll", false);
    return body;
  }

  @Override
  URI address(Dispatch dispatch) {
    URI uri = dispatch.address().uri();
    String key = dispatch.address().key();
    if (key == null) {
      return uri;
    }
    long time = dispatch.at().toEpochMilli();
    String sign = RobotKeys.sign(key, time + "\n" + key);
    return URI.create(
        uri
            + (uri.getRawQuery() == null ? "?" : "&")
            + "timestamp="
            + time
            + "&sign="
            + URLEncoder.encode(sign, StandardCharsets.UTF_8));
  }
}
