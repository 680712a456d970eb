package io.gistmill.producer.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a reader's remarks out of a text: `1『worth a try（2023-12-09）』`.
///
/// The same brackets are used for titles and speech. A remark ends with a date in round brackets;
/// or it fills its lines alone and has a number before it.
///
/// @param text what is left
/// @param notes without number and brackets
record Notes(String text, List<String> notes) {

  private static final int LONGEST = 4000;

  /// More signs than a number takes, so that none begins where the search does.
  private static final int NUMBER_SPAN = 8;

  private static final Pattern NUMBER =
      Pattern.compile("(?:(?<=^|\\s|[。！？.!?)）])\\d{1,3}[.、]?\\s?)$");
  private static final Pattern DATED =
      Pattern.compile(
          "(?s).*[（(]\\s*\\d{2,4}[-/.年]\\s*\\d{1,2}([-/.月]\\s*\\d{1,2}日?)?\\s*[)）][。.]?\\s*");

  static Notes in(String text) {
    int[] closing = closing(text);
    var left = new StringBuilder();
    var notes = new ArrayList<String>();
    int from = 0;
    for (int open = text.indexOf('『');
        open >= 0;
        open = text.indexOf('『', Math.max(from, open + 1))) {
      int close = closing[open];
      if (close <= open || close - open > LONGEST) {
        continue;
      }
      int start = withNumber(text, from, open);
      if (isNote(text, start, open, close)) {
        left.append(text, from, start);
        notes.add(text.substring(open + 1, close).strip());
        from = close + 1;
      }
    }
    return new Notes(left.append(text, from, text.length()).toString(), notes);
  }

  /// For the place of each opening bracket that of its closing one, 0 for none.
  private static int[] closing(String text) {
    var closing = new int[text.length()];
    var open = new ArrayDeque<Integer>();
    for (int i = text.indexOf('『'); i >= 0 && i < text.length(); i++) {
      if (text.charAt(i) == '『') {
        open.push(i);
      } else if (text.charAt(i) == '』' && !open.isEmpty()) {
        closing[open.pop()] = i;
      }
    }
    return closing;
  }

  private static int withNumber(String text, int from, int open) {
    int line = Math.max(Math.max(text.lastIndexOf('\n', open - 1) + 1, from), open - NUMBER_SPAN);
    Matcher number = NUMBER.matcher(text).region(line, open);
    return number.find() ? number.start() : open;
  }

  private static boolean isNote(String text, int start, int open, int close) {
    if (DATED.matcher(text.substring(open + 1, close)).matches()) {
      return true;
    }
    boolean numbered = start < open;
    return numbered && startsLine(text, start) && endsLine(text, close + 1);
  }

  private static boolean startsLine(String text, int start) {
    return text.substring(text.lastIndexOf('\n', start - 1) + 1, start).isBlank();
  }

  private static boolean endsLine(String text, int end) {
    int line = text.indexOf('\n', end);
    return text.substring(end, line < 0 ? text.length() : line).isBlank();
  }
}
