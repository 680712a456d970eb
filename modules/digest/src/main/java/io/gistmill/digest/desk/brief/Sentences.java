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

/// Splits Chinese and English text into sentences, each word for word as in the text, without the
/// marks of Markdown.
///
/// A line break and an address end a sentence too; the address of a Markdown link does not. A full
/// stop does not when it belongs to a number, a name, an abbreviation or a list mark; no mark does
/// inside brackets or quotes that close in the same line. Code, tables and prompts are left out
/// where there is anything else ([Passages]).
final class Sentences {

  private static final int MOST = 200;
  private static final int LONGEST_TEXT = 40_000;

  private static final int LONGEST_STARRED = 200;

  /// In columns: below it code and prompts are read too.
  private static final int LEAST_PROSE = 20;

  /// Stands in every address, and is looked for before the pattern is tried.
  private static final String SCHEME = "http";

  /// Up to the next white space, since nothing says where an address ends that Chinese text is
  /// glued to. That of a Markdown link stands within its sentence.
  private static final Pattern ADDRESS = Pattern.compile("(?<!\\]\\(\\s?)https?://\\S+");

  private static final Pattern BULLET =
      Pattern.compile(
          "(?:[-+•·▪►‣]\\s+|[•·▪►‣]|\\(?\\d{1,2}(?:[、）)]|\\.(?!\\d)|\\uFE0F?\\u20E3)\\s*"
              + "|\\d{1,2}/\\s+|[一二三四五六七八九十]{1,3}、|[①-⑳]\\s*)");

  /// What a list mark may begin with, looked at before the pattern is tried.
  private static final String BULLET_FIRST = "-+•·▪►‣(0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

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
    return !unread.isEmpty() && columns(prose) < LEAST_PROSE
        ? split(read, most, new BitSet())
        : prose;
  }

  private static int columns(List<Sentence> sentences) {
    return sentences.stream().mapToInt(one -> Width.of(one.text())).sum();
  }

  private static List<Sentence> split(String text, int most, BitSet unread) {
    var sentences = new Sentences(text, most, unread);
    sentences.split();
    return List.copyOf(sentences.found);
  }

  /// Whether its author begins no sentence with a capital.
  private static boolean isWrittenSmall(String text) {
    if (text.isEmpty() || !Character.isLowerCase(text.codePointAt(0))) {
      return false;
    }
    boolean begins = false;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (begins && Character.isUpperCase(c)) {
        return false;
      }
      begins = ".!?\n".indexOf(c) >= 0 || begins && Character.isWhitespace(c);
    }
    return true;
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
    int words = firstWord(start, end);
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

  /// Hashtags are the words of a line that has no others.
  private int firstWord(int start, int end) {
    int marks = Marks.skip(text, start, end);
    int words = Boilerplate.skip(text, start, end);
    return words == marks || speaks(Markup.plain(text.substring(words, end))) ? words : marks;
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
      if (depth == 0 && !quoted && (endsAt(i, from, end) || quotes && endsQuote(i, from, end))) {
        int stop = pastClosing(i + 1, end, !quotes);
        add(from, stop, line, form);
        form = form == Form.REMNANT ? Form.WHOLE : form;
        from = stop;
        i = stop - 1;
      }
    }
    add(from, end, line, form);
  }

  /// @param straight whether a straight quote may close there; where they are told apart, it opens
  private int pastClosing(int from, int end, boolean straight) {
    int at = from;
    while (at < end
        && ("。！？!?…'”’".indexOf(text.charAt(at)) >= 0 || straight && text.charAt(at) == '"')) {
      at++;
    }
    return at;
  }

  /// Whether a quote closes there that ends a sentence, and another one begins behind it.
  private boolean endsQuote(int at, int from, int end) {
    return text.charAt(at) == '"'
        && at > from
        && ".!?".indexOf(text.charAt(at - 1)) >= 0
        && at + 2 < end
        && text.charAt(at + 1) == ' '
        && Character.isUpperCase(text.charAt(at + 2));
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
    int start = withStar(Marks.skip(text, from, to));
    int end = Marks.skipBack(text, start, to);
    String written = text.substring(start, end);
    String words = Markup.plain(written).strip();
    if (found.size() < most && speaks(words) && !isMentions(words)) {
      boolean label = form != Form.LISTED && Markup.isLink(written);
      found.add(new Sentence(words, start, end, line, label ? Form.LABEL : form));
    }
  }

  /// A single star before the first word may belong to another one behind it.
  private int withStar(int start) {
    boolean star = start > 0 && text.charAt(start - 1) == '*';
    boolean single = star && (start == 1 || Character.isWhitespace(text.charAt(start - 2)));
    int end = Math.min(text.length(), start + LONGEST_STARRED);
    boolean closed = single && Markup.plain(text.substring(start - 1, end)).charAt(0) != '*';
    return closed ? start - 1 : start;
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
