package io.gistmill.producer.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Small repairs of running text that leave its words alone.
final class MarkdownText {

  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\p{Punct}])");

  /// White space, signs that take no width, and the mark of a fence with the name of a language.
  private static final Pattern INKLESS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*(?:`{3,}[^`]{0,40})?");

  private MarkdownText() {}

  /// Whether anything stands on a line but the mark of a fence.
  static boolean hasInk(String line) {
    return !INKLESS.matcher(line).matches();
  }

  /// Takes the backslash off escaped punctuation, outside fenced code.
  static List<String> unescaped(List<String> lines) {
    var plain = new ArrayList<String>(lines.size());
    boolean code = false;
    for (String line : lines) {
      if (line.strip().startsWith("```")) {
        code = !code;
      }
      plain.add(code || line.indexOf('\\') < 0 ? line : ESCAPE.matcher(line).replaceAll("$1"));
    }
    return plain;
  }

  /// Without spaces at the ends of lines, without blank lines at both ends, and with one blank line
  /// where there were several.
  static String tidy(List<String> lines) {
    var text = new StringBuilder();
    boolean gap = false;
    for (String line : lines) {
      String ink = line.stripTrailing();
      if (ink.isEmpty()) {
        gap = !text.isEmpty();
        continue;
      }
      if (!text.isEmpty()) {
        text.append(gap ? "\n\n" : "\n");
      }
      text.append(text.isEmpty() ? ink.stripLeading() : ink);
      gap = false;
    }
    return text.toString();
  }
}
