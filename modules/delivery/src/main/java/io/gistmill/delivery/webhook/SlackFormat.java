package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Message.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Blocks for an incoming webhook of Slack.
///
/// Slack takes 50 blocks, headers of 150 signs and sections of 3,000. `&`, `<` and `>` are the
/// signs to escape; without `<`, nothing addresses a person or a channel. `verbatim` keeps Slack
/// from making names and addresses out of plain words.
final class SlackFormat extends ChatFormat {

  private static final int BLOCKS = 50;
  private static final Escape ESCAPE =
      sign ->
          switch (sign) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(sign);
          };

  @Override
  ObjectNode body(Dispatch dispatch) {
    Message message = dispatch.message();
    List<Line> shown = Room.fill(message.lines(), line -> 1, BLOCKS - 2);
    ObjectNode body = Trees.object();
    body.put("text", Words.cut(Words.oneLine(message.title()), 500, ESCAPE));
    body.put("unfurl_links", false).put("unfurl_media", false);
    body.putArray("blocks").addAll(blocks(message, shown));
    return body;
  }

  @Override
  boolean isItsOwn(byte[] body) {
    return new String(body, UTF_8).strip().equals("ok");
  }

  private static List<ObjectNode> blocks(Message message, List<Line> shown) {
    Stream<ObjectNode> stories =
        message.lines().isEmpty()
            ? Stream.of(section(notice(message, 2_900, ESCAPE)))
            : shown.stream().map(line -> section(story(message, line)));
    Stream<ObjectNode> foot =
        page(message, message.lines().size() - shown.size()).stream().map(SlackFormat::section);
    return Stream.of(Stream.of(header(message.title())), stories, foot)
        .flatMap(blocks -> blocks)
        .toList();
  }

  private static ObjectNode header(String title) {
    ObjectNode block = Trees.object().put("type", "header");
    String words = Words.cut(Words.oneLine(title), 150);
    block.putObject("text").put("type", "plain_text").put("text", words).put("emoji", false);
    return block;
  }

  private static ObjectNode section(String markup) {
    ObjectNode block = Trees.object().put("type", "section");
    block.putObject("text").put("type", "mrkdwn").put("text", markup).put("verbatim", true);
    return block;
  }

  private static String story(Message message, Line line) {
    String headline = Words.cut(Words.oneLine(line.headline()), 300, ESCAPE);
    String linked = link(message, line).map(link -> link(link, headline)).orElse(headline);
    return Words.lines(
        "*" + linked + "*",
        Words.cut(Words.oneLine(line.summary()), 1_200, ESCAPE),
        Words.cut(Words.oneLine(line.note()), 300, ESCAPE));
  }

  private static Optional<String> page(Message message, int more) {
    return ChatLink.of(message.links().web())
        .map(link -> link(link, ChatWords.page(message, more)));
  }

  private static String link(String link, String words) {
    return "<" + ESCAPE.text(link) + "|" + words + ">";
  }
}
