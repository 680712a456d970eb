package io.gistmill.classifier;

import io.gistmill.domain.Post;
import java.util.regex.Pattern;

/// What an author wrote in words: title and text without addresses, mentions and code.
final class Prose {

  /// Possessive throughout, so that time grows with the text alone.
  private static final Pattern CODE_BLOCK = Pattern.compile("```[^`]*+(?:```)?+");

  private static final Pattern CODE = Pattern.compile("`[^`\\n]*+`");
  private static final Pattern LINK = Pattern.compile("(?i)https?+://[\\x21-\\x7E]++");
  private static final Pattern MENTION = Pattern.compile("(?<![\\w.])[@＠]\\w++");

  private Prose() {}

  static String of(Post post) {
    String all = post.title() == null ? post.text() : post.title() + "\n" + post.text();
    String prose = all;
    for (Pattern pattern : new Pattern[] {CODE_BLOCK, CODE, LINK, MENTION}) {
      prose = pattern.matcher(prose).replaceAll(" ");
    }
    return prose;
  }
}
