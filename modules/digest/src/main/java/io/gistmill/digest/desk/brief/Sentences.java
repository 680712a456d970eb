package io.gistmill.digest.desk.brief;

import io.gistmill.digest.desk.brief.Sentence.Form;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits Chinese and English text into sentences, each literally in the text.
///
/// A line break and an address end a sentence too; the address of a Markdown link does not. A full
/// stop does not when it belongs to a number, a name, an abbreviation or a list mark; no mark does
/// inside brackets or quotes that close in the same line. Code, tables and prompts are left out
/// where there is anything else ([Passages]).
final class Sentences {

  private static final int MOST = 200;
  private static final int LONGEST_TEXT = 40_000;

  /// Stands in every address, and is looked for before the pattern is tried.
  private static final String SCHEME = "http";

  /// Up to the next white space, since nothing says where an address ends that Chinese text is
  /// glued to. That of a Markdown link stands within its sentence.
  private static final Pattern ADDRESS = Pattern.compile("(?<!\\]\\(\\s?)https?://\\S+");

  private static final Pattern BULLET =
      Pattern.compile(
          "(?:[-+•·▪►‣]\\s+|[•·▪►‣]|\\(?\\d{1,2}(?:[、）)]|\\.(?!\\d)|\\uFE0F?\\u20E3)\\s*"
              + "|\\d{1,2}/(?:\\d{1,2}(?!\\d| of\\b))?\\s+|[一二三四五六七八九十]{1,3}、|[①-⑳]\\s*)");

  /// What a list mark may begin with, looked at before the pattern is tried.
  private static final String BULLET_FIRST = "-+•·▪►‣(0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

  private static final Pattern CAPITAL_BEHIND_AN_END = Pattern.compile("[.!?\\n]\\s+\\p{Lu}");

  /// Gives nothing back: a loop that may costs a frame of the stack for each name.
  private static final Pattern MENTIONS = Pattern.compile("(?:@\\w{1,30}+\\s*+)++");

  private static final SortedSet<String> ABBREVIATIONS =
      new TreeSet<>(
          List.of(
              "mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "e.g", "i.e", "al", "fig", "no",
              "inc", "ltd", "corp", "co", "jr", "sr", "approx", "sec", "eq", "cf", "u.s", "u.k",
              "a.m", "p.m", "ph.d", "d.c", "incl", "est", "ca", "vol", "ch", "ed", "pp", "v", "sen",
              "rep", "gov", "gen", "lt", "capt", "dept", "univ", "jan", "feb", "mar", "apr", "jun",
              "jul", "aug", "sep", "sept", "oct", "nov", "dec"));

  private final String text;
  private final int most;
  private final BitSet unread;
  private final boolean small;
  private final List<Sentence> found = new ArrayList<>();

  /// @param unread numbers of lines that are left out
  private Sentences(String text, int most, BitSet unread) {
    this.text = text;
    this.most = most;
    this.unread = unread;
    this.small = isWrittenSmall(text);
  }

  /// At most the first 200 sentences, in order.
  static List<Sentence> of(String text) {
    return first(MOST, text);
  }

  /// At most so many sentences, in order.
  static List<Sentence> first(int most, String text) {
    String read = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    BitSet unread = Passages.of(read);
    List<Sentence> prose = split(read, most, unread);
    return prose.isEmpty() && !unread.isEmpty() ? split(read, most, new BitSet()) : prose;
  }

  private static List<Sentence> split(String text, int most, BitSet unread) {
    var sentences = new Sentences(text, most, unread);
    sentences.split();
    return List.copyOf(sentences.found);
  }

  /// Whether its author begins no sentence with a capital.
  private static boolean isWrittenSmall(String text) {
    return !text.isEmpty()
        && Character.isLowerCase(text.codePointAt(0))
        && !CAPITAL_BEHIND_AN_END.matcher(text).find();
  }

  private void split() {
    int line = 0;
    int start = 0;
    while (start < text.length() && found.size() < most) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      if (!unread.get(line)) {
        splitLine(start, stop, line);
      }
      line++;
      start = stop + 1;
    }
  }

  private void splitLine(int start, int end, int line) {
    int words = Boilerplate.skip(text, start, end);
    Matcher bullet = BULLET.matcher(text).region(words, end);
    boolean listed = mayBeginBullet(words, end) && bullet.lookingAt();
    Form form = listed ? Form.LISTED : Form.WHOLE;
    int at = listed ? bullet.end() : words;
    Matcher address = ADDRESS.matcher(text).region(at, end);
    while (text.indexOf(SCHEME, at, end) >= 0 && address.find()) {
      splitSegment(at, address.start(), line, form);
      at = address.end();
      form = Form.REMNANT;
    }
    splitSegment(at, end, line, form);
  }

  private boolean mayBeginBullet(int at, int end) {
    return at < end && BULLET_FIRST.indexOf(text.charAt(at)) >= 0;
  }

  private void splitSegment(int start, int end, int line, Form first) {
    Form form = first;
    boolean nests = Brackets.balance(text, start, end);
    boolean quotes = Brackets.closeStraightQuotes(text, start, end);
    boolean quoted = false;
    int depth = 0;
    int from = start;
    for (int i = start; i < end; i++) {
      depth += nests ? Brackets.step(text.charAt(i)) : 0;
      quoted ^= quotes && text.charAt(i) == '"';
      if (depth == 0 && !quoted && endsAt(i, from, end)) {
        int stop = pastClosing(i + 1, end);
        add(from, stop, line, form);
        form = form == Form.REMNANT ? Form.WHOLE : form;
        from = stop;
        i = stop - 1;
      }
    }
    add(from, end, line, form);
  }

  private int pastClosing(int from, int end) {
    int at = from;
    while (at < end && "。！？!?…\"'”’".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private boolean endsAt(int at, int from, int end) {
    return switch (text.charAt(at)) {
      case '。', '！', '？' -> true;
      case '!', '?' -> isBreakAfter(at, end);
      case '.' -> isBreakAfter(at, end) && !isAbbreviation(from, at) && !goesOnSmall(at, end);
      default -> false;
    };
  }

  private boolean isBreakAfter(int at, int end) {
    int next = at + 1;
    while (next < end && "\"'”’)".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next >= end
        || Character.isWhitespace(text.charAt(next))
        || text.charAt(at) != '.' && Width.isWide(text.charAt(next));
  }

  private boolean isAbbreviation(int from, int dot) {
    int start = dot;
    while (start > from && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    while (start < dot && "(\"'“‘".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    String word = text.substring(start, dot);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return initial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  private boolean goesOnSmall(int dot, int end) {
    int next = dot + 1;
    while (next < end && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return !small && next < end && Character.isLowerCase(text.charAt(next));
  }

  private void add(int from, int to, int line, Form form) {
    int start = Marks.skip(text, from, to);
    int end = Marks.skipBack(text, start, to);
    String written = text.substring(start, end);
    String words = Markup.plain(written);
    if (found.size() < most && speaks(words) && !isMentions(words)) {
      boolean label = form != Form.LISTED && Markup.isLink(written);
      found.add(new Sentence(words, start, end, line, label ? Form.LABEL : form));
    }
  }

  private static boolean speaks(String words) {
    for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
      if (Character.isLetterOrDigit(words.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMentions(String words) {
    return words.charAt(0) == '@' && MENTIONS.matcher(words).matches();
  }
}
