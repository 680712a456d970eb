package io.gistmill.digest.desk.brief;

import java.util.regex.Pattern;

/// The words of Markdown without its marks: of a link its label, of a picture nothing, of emphasis,
/// code and the hashtags of Weibo what they hold.
final class Markup {

  private static final String MIDDLE = "](";

  /// UTF-16 units of a label and of an address.
  private static final int LONGEST_LABEL = 300;

  private static final int LONGEST_ADDRESS = 2_000;

  /// A picture may be a link, and its label another.
  private static final int NESTED = 3;

  /// The rest of a link whose label is not whole.
  private static final Pattern ADDRESS =
      Pattern.compile("\\]\\(\\s?https?://[\\x21-\\x7e&&[^)]]*+\\)?");

  /// Of two stars those that are no power of numbers.
  private static final Pattern EMPHASIS = Pattern.compile("(?<!\\d)\\*\\*|\\*\\*(?!\\d)|`|~~");

  /// Of single stars only those around words: `Q*` is a name.
  private static final Pattern STARS =
      Pattern.compile(
          "(?<![^\\s（(「“，。：])\\*(?=[\\p{L}\\p{N}])([^*\\n]{0,200}[^\\s*])\\*(?![^\\s）)」”，。：,.!?！？；;])");

  private static final Pattern TAG = Pattern.compile(Hashtags.CLOSED);

  private Markup() {}

  /// True for a link and nothing else.
  static boolean isLink(String text) {
    int middle = text.indexOf(MIDDLE);
    return middle > 0
        && text.charAt(0) == '['
        && opening(text, middle, 0) == 0
        && closing(text, middle + MIDDLE.length()) == text.length() - 1;
  }

  static String plain(String text) {
    String words = withoutLinks(text);
    words = words.contains(MIDDLE) ? ADDRESS.matcher(words).replaceAll("") : words;
    words = hasEmphasis(words) ? withoutEmphasis(words) : words;
    return words.indexOf('#') >= 0 || words.indexOf('＃') >= 0
        ? TAG.matcher(words).replaceAll("$1")
        : words;
  }

  private static String withoutLinks(String text) {
    String words = text;
    for (int i = 0; i < NESTED && words.contains(MIDDLE); i++) {
      words = labelsOf(words);
    }
    return words;
  }

  private static String labelsOf(String text) {
    var words = new StringBuilder(text.length());
    int at = 0;
    int middle = text.indexOf(MIDDLE);
    while (middle >= 0) {
      int open = opening(text, middle, at);
      int close = open < 0 ? -1 : closing(text, middle + MIDDLE.length());
      if (close >= 0) {
        boolean picture = open > at && text.charAt(open - 1) == '!';
        words.append(text, at, picture ? open - 1 : open);
        words.append(picture ? "" : text.substring(open + 1, middle));
        at = close + 1;
      }
      middle = text.indexOf(MIDDLE, Math.max(at, middle + MIDDLE.length()));
    }
    return words.append(text, at, text.length()).toString();
  }

  /// Where the bracket opens that closes there, or -1.
  private static int opening(String text, int close, int from) {
    int depth = 0;
    for (int at = close; at >= Math.max(from, close - LONGEST_LABEL); at--) {
      depth += text.charAt(at) == ']' ? 1 : text.charAt(at) == '[' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /// Where the bracket of an address closes, or -1; a title may stand behind the address.
  private static int closing(String text, int from) {
    int depth = 1;
    boolean titled = text.startsWith("http", from) || text.startsWith("<http", from);
    for (int at = from; at < Math.min(text.length(), from + LONGEST_ADDRESS); at++) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
      if (c == '\n' || !titled && Character.isWhitespace(c)) {
        return -1;
      }
    }
    return -1;
  }

  private static String withoutEmphasis(String text) {
    String even = EMPHASIS.matcher(text).replaceAll("");
    return even.indexOf('*') < 0 ? even : STARS.matcher(even).replaceAll("$1");
  }

  private static boolean hasEmphasis(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('`') >= 0 || text.contains("~~");
  }
}
