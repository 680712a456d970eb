package io.gistmill.classifier.taxonomy;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A stretch of a post that is searched on its own.
///
/// @param index which quoted post or link, from 0
/// @param original as the post holds it; hits are offsets into it
/// @param folded as it is searched; as long as the original, addresses blanked out
/// @param leadEnd up to here, exclusive, words count as a title
record PostPart(Evidence.Part kind, int index, String original, char[] folded, int leadEnd) {

  private static final int MAX_LEAD = 120;

  /// The strongest parts first.
  static List<PostPart> of(Post post) {
    var parts = new ArrayList<PostPart>();
    if (post.title() != null) {
      parts.add(whole(Evidence.Part.TITLE, 0, post.title()));
    }
    int leadEnd = post.title() == null ? leadEnd(post.text()) : 0;
    parts.add(new PostPart(Evidence.Part.TEXT, 0, post.text(), searched(post.text()), leadEnd));
    for (int i = 0; i < post.quoted().size(); i++) {
      parts.add(whole(Evidence.Part.QUOTED, i, post.quoted().get(i).text()));
    }
    for (int i = 0; i < post.links().size(); i++) {
      String link = post.links().get(i);
      parts.add(new PostPart(Evidence.Part.LINK, i, link, Folding.fold(link), 0));
    }
    return parts;
  }

  /// Addresses say nothing about how long a post is.
  double words() {
    return kind == Evidence.Part.LINK ? 0 : Letters.words(folded);
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
    return new PostPart(kind, index, text, searched(text), 0);
  }

  /// The end of a short first line with more below it, else 0: such a line serves as a title.
  private static int leadEnd(String text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = text.indexOf('\n', start);
    boolean lead = end >= 0 && end - start <= MAX_LEAD && !isBlankFrom(text, end);
    return lead ? end : 0;
  }

  private static boolean isBlankFrom(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static char[] searched(String text) {
    char[] folded = Folding.fold(text);
    int start = text.indexOf("://");
    while (start >= 0) {
      int end = addressEnd(text, start);
      Arrays.fill(folded, start, end, ' ');
      start = text.indexOf("://", end);
    }
    return folded;
  }

  private static int addressEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 0x7F) {
      end++;
    }
    return end;
  }
}
