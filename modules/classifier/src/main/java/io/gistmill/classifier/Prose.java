package io.gistmill.classifier;

import io.gistmill.domain.Post;

/// What an author wrote in words: a text in which addresses, mentions and code are blanks.
///
/// @param text each piece that was left out is one space
record Prose(String text) {

  static Prose of(Post post) {
    return of(post.title() == null ? post.text() : post.title() + "\n" + post.text());
  }

  static Prose of(String text) {
    return new Prose(new Scan(text).read());
  }

  /// Reads a text once from its beginning to its end; nothing is looked at more than twice.
  private static final class Scan {

    private static final String FENCE = "```";

    private final String all;
    private final StringBuilder prose;

    Scan(String all) {
      this.all = all;
      this.prose = new StringBuilder(all.length());
    }

    String read() {
      int copied = 0;
      for (int at = opening(0); at < all.length(); ) {
        int end = end(at);
        if (end > at) {
          prose.append(all, copied, at).append(' ');
          copied = end;
        }
        at = opening(Math.max(end, at + 1));
      }
      return copied == 0 ? all : prose.append(all, copied, all.length()).toString();
    }

    /// The next place at which something may begin that is no prose; the end, when there is none.
    private int opening(int from) {
      int at = from;
      while (at < all.length() && !opens(all.charAt(at))) {
        at++;
      }
      return at;
    }

    private static boolean opens(char c) {
      return c == '`' || c == 'h' || c == 'H' || c == '@' || c == '＠';
    }

    /// Where that ends which begins at this opening and is no prose; here, when it is prose.
    private int end(int at) {
      return switch (all.charAt(at)) {
        case '`' -> all.startsWith(FENCE, at) ? blockEnd(at) : codeEnd(at);
        case 'h', 'H' -> linkEnd(at);
        default -> mentionEnd(at);
      };
    }

    private int blockEnd(int at) {
      int end = all.indexOf('`', at + FENCE.length());
      if (end < 0) {
        return all.length();
      }
      return all.startsWith(FENCE, end) ? end + FENCE.length() : end;
    }

    private int codeEnd(int at) {
      for (int i = at + 1; i < all.length(); i++) {
        switch (all.charAt(i)) {
          case '`' -> {
            return i + 1;
          }
          case '\n' -> {
            return at;
          }
          default -> {}
        }
      }
      return at;
    }

    private int linkEnd(int at) {
      if (!all.regionMatches(true, at, "http", 0, 4)) {
        return at;
      }
      int host = at + (all.regionMatches(true, at + 4, "s", 0, 1) ? 5 : 4);
      if (!all.startsWith("://", host)) {
        return at;
      }
      int end = host + 3;
      while (end < all.length() && all.charAt(end) > ' ' && all.charAt(end) < 0x7F) {
        end++;
      }
      return end > host + 3 ? end : at;
    }

    private int mentionEnd(int at) {
      if (at > 0 && (isOfName(all.charAt(at - 1)) || all.charAt(at - 1) == '.')) {
        return at;
      }
      int end = at + 1;
      while (end < all.length() && isOfName(all.charAt(end))) {
        end++;
      }
      return end > at + 1 ? end : at;
    }

    private static boolean isOfName(char c) {
      return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
    }
  }
}
