package io.gistmill.classifier.taxonomy;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.List;

/// A stretch of a post that is searched on its own.
///
/// @param index which quoted post or link, from 0
/// @param original as the post holds it
/// @param folded as it is searched
/// @param leadEnd up to here, exclusive, words count as a title
record PostPart(Evidence.Part kind, int index, String original, FoldedText folded, int leadEnd) {

  private static final int MAX_LEAD = 120;

  /// No line that is longer is looked at for how much of it can be seen.
  private static final int MAX_READ = 8 * MAX_LEAD;

  /// The strongest parts first.
  static List<PostPart> of(Post post) {
    var parts = new ArrayList<PostPart>();
    if (post.title() != null) {
      parts.add(whole(Evidence.Part.TITLE, 0, post.title()));
    }
    int leadEnd = post.title() == null ? leadEnd(post.text()) : 0;
    parts.add(
        new PostPart(
            Evidence.Part.TEXT, 0, post.text(), FoldedText.withoutAddresses(post.text()), leadEnd));
    for (int i = 0; i < post.quoted().size(); i++) {
      parts.add(whole(Evidence.Part.QUOTED, i, post.quoted().get(i).text()));
    }
    for (int i = 0; i < post.links().size(); i++) {
      String link = post.links().get(i);
      parts.add(new PostPart(Evidence.Part.LINK, i, link, FoldedText.of(link), 0));
    }
    return parts;
  }

  /// Addresses say nothing about how long a post is.
  double words() {
    return kind == Evidence.Part.LINK ? 0 : Letters.words(folded.units());
  }

  double factor(int start, Scoring scoring) {
    return switch (kind) {
      case TITLE -> scoring.title();
      case TEXT -> start < leadEnd ? scoring.title() : scoring.text();
      case QUOTED -> scoring.quoted();
      case LINK -> scoring.link();
    };
  }

  private static PostPart whole(Evidence.Part kind, int index, String text) {
    return new PostPart(kind, index, text, FoldedText.withoutAddresses(text), 0);
  }

  /// The end of a short first line with more below it, else 0: such a line serves as a title.
  private static int leadEnd(String text) {
    int start = skipBlank(text, 0);
    int end = text.indexOf('\n', start);
    boolean hasMore = end >= 0 && skipBlank(text, end) < text.length();
    return hasMore && isShort(text, start, end) ? end : 0;
  }

  /// What cannot be seen makes no line longer.
  private static boolean isShort(String text, int start, int end) {
    return end - start <= MAX_LEAD
        || end - start <= MAX_READ
            && FoldedText.of(text.substring(start, end)).units().length <= MAX_LEAD;
  }

  private static int skipBlank(String text, int start) {
    int at = start;
    while (at < text.length() && Folding.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
