package io.gistmill.delivery.webhook;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Message.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// A digest in the Markdown of DingTalk and WeCom: a part of the language, without any way to
/// escape a sign. Signs that would be taken for markup or a mention are written by their full-width
/// twins, which readers of Chinese know from every keyboard.
///
/// @param size of a text, in the unit of the limit
record RobotMarkdown(ToIntFunction<String> size, int limit) {

  private static final String MARKUP = "[]*_`<>@~\\|#";

  /// From `!` to `~`, each has its twin at the same distance.
  private static final int TWIN = '！' - '!';

  static final Escape ESCAPE =
      sign -> Character.toString(MARKUP.indexOf(sign) < 0 ? sign : sign + TWIN);

  String of(Message message) {
    String head = "### " + plain(message.title(), 80) + "\n\n";
    List<String> parts = parts(message);
    int foot =
        Math.max(size.applyAsInt(foot(message, 0)), size.applyAsInt(foot(message, parts.size())));
    int room = limit - size.applyAsInt(head) - foot;
    List<String> shown = Room.fill(parts, size, room);
    return head + String.join("", shown) + foot(message, parts.size() - shown.size());
  }

  private static List<String> parts(Message message) {
    if (message.lines().isEmpty()) {
      return List.of(ChatFormat.notice(message, 300, ESCAPE) + "\n\n");
    }
    var parts = new ArrayList<String>();
    for (Line line : message.lines()) {
      parts.add(story(parts.size() + 1, message, line));
    }
    return parts;
  }

  private static String story(int number, Message message, Line line) {
    String headline = plain(line.headline(), 120);
    return number
        + ". **"
        + ChatFormat.link(message, line).map(link -> link(headline, link)).orElse(headline)
        + "**\n"
        + quote(line.summary(), 250)
        + quote(line.note(), 80)
        + "\n";
  }

  private static String quote(String text, int units) {
    String words = plain(text, units);
    return words.isEmpty() ? "" : "> " + words + "\n";
  }

  private static String foot(Message message, int more) {
    String words = ChatWords.page(message, more);
    return ChatLink.of(message.links().web()).map(link -> link(words, link)).orElse("");
  }

  private static String link(String words, String to) {
    return "[" + words + "](" + to + ")";
  }

  private static String plain(String text, int units) {
    return Words.cut(Words.oneLine(text), units, ESCAPE);
  }
}
