package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Markdown for a robot in a group of WeCom, which takes 4,096 bytes of UTF-8 and 20 messages a
/// minute.
final class WecomFormat extends RobotFormat {

  private static final RobotMarkdown MARKDOWN =
      new RobotMarkdown(text -> text.getBytes(UTF_8).length, 4_096);

  private static final RobotCodes CODES =
      new RobotCodes(
          Duration.ofMinutes(1),
          Set.of(45009, 45033),
          Map.of(
              93000, "no robot has this address any more; make one in the group and give its own"),
          Map.of(
              40058, "it does not take a message of this form", 45002, "the message is too long"));

  WecomFormat() {
    super(List.of("errcode"), CODES);
  }

  @Override
  ObjectNode body(Dispatch dispatch) {
    ObjectNode body = Trees.object().put("msgtype", "markdown");
    body.putObject("markdown").put("content", MARKDOWN.of(dispatch.message()));
    return body;
  }
}
