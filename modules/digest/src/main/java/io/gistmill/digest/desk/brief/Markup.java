package io.gistmill.digest.desk.brief;

import java.util.regex.Pattern;

/// The words of Markdown without its marks: of a link its label, of emphasis and code what they
/// hold.
final class Markup {

  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]]*+)\\]\\(\\s*+[^)\\s]*+\\s*+\\)");

  /// Of single stars only those around words: `Q*` is a name.
  private static final Pattern STARS =
      Pattern.compile("(?<![\\p{L}\\p{N}*])\\*(?=[^\\s*])([^*\\n]*[^\\s*])\\*(?![\\p{L}\\p{N}*])");

  private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|`|~~");

  private Markup() {}

  /// True for a link and nothing else.
  static boolean isLink(String text) {
    return text.endsWith(")") && text.contains("](") && LINK.matcher(text).matches();
  }

  static String plain(String text) {
    String words = text.contains("](") ? LINK.matcher(text).replaceAll("$1") : text;
    if (!hasEmphasis(words)) {
      return words;
    }
    String even = EMPHASIS.matcher(words).replaceAll("");
    return even.indexOf('*') < 0 ? even : STARS.matcher(even).replaceAll("$1");
  }

  private static boolean hasEmphasis(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('`') >= 0 || text.contains("~~");
  }
}
