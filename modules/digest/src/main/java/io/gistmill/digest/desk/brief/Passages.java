package io.gistmill.digest.desk.brief;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// Tells the lines of a text that are no prose: fenced code, tables of Markdown, and the words of a
/// prompt behind a line that announces them.
final class Passages {

  private static final Pattern FENCE = Pattern.compile("```[\\w+#.-]*+|~~~ ?\\w+");
  private static final Pattern PROMPT_WORD = Pattern.compile("提示词|(?i:prompt)");

  /// A list of tips about prompts begins otherwise.
  private static final Pattern PROMPT =
      Pattern.compile(".*(?:提示词|(?<![\\p{L}\\p{N}])(?i:prompts?))(?:如下|是这样的)? ?[：:]");

  private static final Pattern LISTED = Pattern.compile("[-+*•·]|\\(?\\d{1,2}[、.）)]|[①-⑳]");

  private Passages() {}

  /// @return numbers of the lines, from 0
  static BitSet of(String text) {
    var found = new BitSet();
    boolean code = text.contains("```") || text.contains("~~~");
    boolean table = text.indexOf('|') >= 0 && text.contains("--");
    boolean prompt = PROMPT_WORD.matcher(text).find();
    if (code || table || prompt) {
      List<String> lines = Arrays.stream(text.split("\n", -1)).map(String::strip).toList();
      markCode(lines, found);
      markTables(lines, found);
      markPrompts(lines, found);
    }
    return found;
  }

  private static void markCode(List<String> lines, BitSet found) {
    int open = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (open < 0 && FENCE.matcher(line).matches()) {
        open = i;
      } else if (open >= 0 && line.equals(lines.get(open).substring(0, 3))) {
        found.set(open, i + 1);
        open = -1;
      }
    }
  }

  private static void markTables(List<String> lines, BitSet found) {
    for (int i = 1; i < lines.size(); i++) {
      if (isRule(lines.get(i)) && lines.get(i - 1).indexOf('|') >= 0) {
        int end = i + 1;
        while (end < lines.size() && lines.get(end).indexOf('|') >= 0) {
          end++;
        }
        found.set(i - 1, end);
      }
    }
  }

  /// The line below the head of a table: `|---|:--|`.
  private static boolean isRule(String line) {
    return line.indexOf('|') >= 0
        && line.contains("--")
        && line.chars().allMatch(c -> " \t:-|".indexOf(c) >= 0);
  }

  private static void markPrompts(List<String> lines, BitSet found) {
    for (int i = 0; i < lines.size(); i++) {
      if (PROMPT.matcher(lines.get(i)).matches()) {
        markPrompt(lines, i + 1, found);
      }
    }
  }

  /// Up to the next line without words, unless it is a list.
  private static void markPrompt(List<String> lines, int behind, BitSet found) {
    int from = behind;
    while (from < lines.size() && lines.get(from).isEmpty()) {
      from++;
    }
    int to = from;
    while (to < lines.size() && !lines.get(to).isEmpty()) {
      to++;
    }
    if (to > from && !LISTED.matcher(lines.get(from)).lookingAt()) {
      found.set(from, to);
    }
  }
}
