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

  /// More signs than a date in brackets takes.
  private static final int DATE_SPAN = 40;

  private static final Pattern NUMBER =
      Pattern.compile("(?:(?<=^|\\s|[。！？.!?)）])\\d{1,3}[.、]?\\s?)$");
  private static final Pattern DATED =
      Pattern.compile("[（(]\\s*\\d{2,4}[-/.年]\\s*\\d{1,2}([-/.月]\\s*\\d{1,2}日?)?\\s*[)）][。.]?$");

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
    int start = open;
    int least = Math.max(from, open - NUMBER_SPAN);
    while (start > least && text.charAt(start - 1) != '\n') {
      start--;
    }
    Matcher number = NUMBER.matcher(text).region(start, open);
    return number.find() ? number.start() : open;
  }

  private static boolean isNote(String text, int start, int open, int close) {
    if (isDated(text, open + 1, close)) {
      return true;
    }
    boolean numbered = start < open;
    return numbered && startsLine(text, start) && endsLine(text, close + 1);
  }

  private static boolean isDated(String text, int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return DATED.matcher(text).region(Math.max(from, end - DATE_SPAN), end).find();
  }

  private static boolean startsLine(String text, int start) {
    int index = start;
    while (index > 0 && isBlank(text.charAt(index - 1))) {
      index--;
    }
    return index == 0 || text.charAt(index - 1) == '\n';
  }

  private static boolean endsLine(String text, int end) {
    int index = end;
    while (index < text.length() && isBlank(text.charAt(index))) {
      index++;
    }
    return index == text.length() || text.charAt(index) == '\n';
  }

  private static boolean isBlank(char sign) {
    return sign != '\n' && Character.isWhitespace(sign);
  }
}
