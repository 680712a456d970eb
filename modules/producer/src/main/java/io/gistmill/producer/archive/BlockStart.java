package io.gistmill.producer.archive;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the lines with which a block of a Markdown archive begins, sound or damaged.
final class BlockStart {

  /// White space of any script, and signs that take no width.
  private static final String GAP = "[\\s\\p{Z}\\u200B-\\u200D\\u2060\\uFEFF]";

  private static final String NUMBER = GAP + "*[0-9０-９]{1,9}" + GAP + "*[.．。、,，:：)）]?";

  /// The number says nothing: numbers repeat and skip.
  private static final Pattern USUAL = Pattern.compile(GAP + "{0,3}###" + NUMBER + GAP + "*");

  /// A slip: the post's header stands behind the number instead of under it.
  private static final Pattern RUN_ON =
      Pattern.compile(GAP + "{0,3}###" + NUMBER + GAP + "+(\\S.{0,300})");

  private static final Pattern OTHER_LEVEL =
      Pattern.compile(GAP + "{0,3}#{1,6}" + NUMBER + GAP + "*");

  /// A header on one line that is beyond doubt: account and full date at its end.
  private static final Pattern FULL_HEADER =
      Pattern.compile(
          "\\S.{0,80}[@＠][\\p{L}\\p{N}_.@-]{1,60}[)）]?\\s*"
              + "(?:19|20)\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\s*[:：]?\\s*");

  private BlockStart() {}

  /// What stands behind the number of a block's heading, mostly nothing; empty for any other line.
  static Optional<String> heading(String line) {
    if (USUAL.matcher(line).matches()) {
      return Optional.of("");
    }
    Matcher runOn = RUN_ON.matcher(line);
    return runOn.matches() && HeaderLine.of(runOn.group(1)).isWhole()
        ? Optional.of(runOn.group(1))
        : Optional.empty();
  }

  /// Whether a line is a number as a heading of another level, such as `## 6`.
  static boolean isOtherLevel(String line) {
    return OTHER_LEVEL.matcher(line).matches();
  }

  /// Whether a post begins with these lines: a header with an account and a sound date.
  static boolean isHeader(List<String> lines) {
    Header header = HeaderReader.read(MarkdownBlock.front(lines));
    return header.handle() != null && !(header.date() instanceof DateText.Damaged);
  }

  /// Whether a line is a whole header: name, account and full date.
  static boolean isFullHeader(String line) {
    if (line.length() > 200 || !FULL_HEADER.matcher(line).matches()) {
      return false;
    }
    HeaderLine header = HeaderLine.of(line.replace("\\", ""));
    String name = header.name() == null ? "" : header.name();
    return header.isWhole()
        && !(header.date() instanceof DateText.Damaged)
        && Names.possible(name)
        && !Names.likeSentence(name);
  }

  /// Whether words that belong to a header stand here, and no next heading or header.
  static boolean isText(List<String> lines) {
    int ink = Heading.nextInk(lines, 0);
    return ink < lines.size()
        && heading(lines.get(ink)).isEmpty()
        && !isFullHeader(lines.get(ink))
        && !isOtherLevel(lines.get(ink));
  }

  /// Whether a block so far has its dated header and words below it.
  static boolean isPost(List<String> lines) {
    List<String> front = MarkdownBlock.front(lines);
    Header header = HeaderReader.read(front);
    return !header.date().equals(DateText.MISSING)
        && Heading.nextInk(front, header.bodyStart()) < front.size();
  }
}
