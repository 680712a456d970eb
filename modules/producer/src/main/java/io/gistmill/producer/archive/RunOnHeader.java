package io.gistmill.producer.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts a text that follows its header on the same line on a line of its own.
final class RunOnHeader {

  private static final Pattern RUN_ON =
      Pattern.compile(
          "(?<header>\\S.{0,80}?(?:\\s|[（(]\\s*)[@＠][\\p{L}\\p{N}_.]{1,40}(?:\\s+|\\s*[)）]\\s*)"
              + "\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?+(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?+)?+)"
              + "(?:\\s*[:：,，.。、;；]\\s*|\\s+|(?=\\p{L})(?![Tt]\\d))"
              + "(?<text>(?!\\d|[·+Zz]\\s*\\d|[AaPp][Mm]\\b|https?://).*[\\p{L}\\p{N}].*)");

  private RunOnHeader() {}

  static List<String> parted(List<String> lines) {
    int first = Heading.nextInk(lines, 0);
    if (first == lines.size()) {
      return lines;
    }
    Matcher matcher = RUN_ON.matcher(lines.get(first));
    if (!matcher.matches()) {
      return lines;
    }
    var parted = new ArrayList<>(lines);
    parted.set(first, matcher.group("header"));
    parted.add(first + 1, matcher.group("text"));
    return parted;
  }
}
