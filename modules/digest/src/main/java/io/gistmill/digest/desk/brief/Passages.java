package io.gistmill.digest.desk.brief;

import java.util.BitSet;
import java.util.regex.Pattern;

/// Tells the lines of a text that are no prose: fenced code, tables of Markdown, and the words of a
/// prompt behind a line that announces them.
final class Passages {

  private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~).*");
  private static final Pattern TABLE_RULE =
      Pattern.compile("\\s*\\|?[\\s:-]*-{2,}[\\s:-]*\\|[\\s|:-]*");
  private static final Pattern PROMPT =
      Pattern.compile(".*(?:提示词|指令|咒语|(?i:prompts?))[^：:。]{0,12}[：:]\\s*");

  private Passages() {}

  /// @return numbers of the lines, from 0
  static BitSet of(String text) {
    var found = new BitSet();
    if (!text.contains("```")
        && !text.contains("~~~")
        && !text.contains("--")
        && !announces(text)) {
      return found;
    }
    String[] lines = text.split("\n", -1);
    markCode(lines, found);
    markTables(lines, found);
    markPrompts(lines, found);
    return found;
  }

  private static boolean announces(String text) {
    return text.contains("提示词")
        || text.contains("指令")
        || text.contains("咒语")
        || text.contains("rompt");
  }

  private static void markCode(String[] lines, BitSet found) {
    int open = -1;
    for (int i = 0; i < lines.length; i++) {
      if (FENCE.matcher(lines[i]).matches()) {
        if (open >= 0) {
          found.set(open, i + 1);
        }
        open = open < 0 ? i : -1;
      }
    }
  }

  private static void markTables(String[] lines, BitSet found) {
    for (int i = 1; i < lines.length; i++) {
      if (TABLE_RULE.matcher(lines[i]).matches() && lines[i - 1].indexOf('|') >= 0) {
        int end = i + 1;
        while (end < lines.length && lines[end].indexOf('|') >= 0) {
          end++;
        }
        found.set(i - 1, end);
      }
    }
  }

  private static void markPrompts(String[] lines, BitSet found) {
    for (int i = 0; i < lines.length; i++) {
      if (PROMPT.matcher(lines[i]).matches()) {
        int from = i + 1;
        while (from < lines.length && lines[from].isBlank()) {
          from++;
        }
        int to = from;
        while (to < lines.length && !lines[to].isBlank()) {
          to++;
        }
        found.set(from, to);
      }
    }
  }
}
