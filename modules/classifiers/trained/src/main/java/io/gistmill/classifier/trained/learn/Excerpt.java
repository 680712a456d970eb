package io.gistmill.classifier.trained.learn;

import io.gistmill.domain.Post;
import java.util.regex.Pattern;

/// How a post begins, in one line.
final class Excerpt {

  private static final Pattern GAP = Pattern.compile("[\\p{Cc}\\s]+");

  private Excerpt() {}

  /// @param most characters
  static String of(Post post, int most) {
    String title = post.title() == null ? "" : post.title() + " ";
    String all = title + post.text();
    String start = all.substring(0, Math.min(all.length(), 8 * most));
    String line = GAP.matcher(start).replaceAll(" ").strip();
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "\u2026";
  }
}
