package io.gistmill.classifier.engine;

import io.gistmill.domain.Evidence.Part;
import io.gistmill.domain.Post;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The texts of a post by the names that evidence has for them.
public final class PostParts {

  private PostParts() {}

  /// @param index which quoted post or link; 0 for title and text
  /// @return empty where the post has no such part
  public static Optional<String> text(Post post, Part part, int index) {
    return switch (part) {
      case TITLE -> index == 0 ? Optional.ofNullable(post.title()) : Optional.empty();
      case TEXT -> index == 0 ? Optional.of(post.text()) : Optional.empty();
      case QUOTED -> at(post.quoted(), index).map(quote -> quote.text());
      case LINK -> at(post.links(), index);
    };
  }

  private static <T> Optional<T> at(List<T> list, int index) {
    return index >= 0 && index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
  }

  /// The same text with a sign of replacement for each half of a pair that stands alone, which no
  /// UTF-8 can carry. Offsets stay as they are, in UTF-16 units and in code points.
  public static String sendable(String text) {
    @Nullable StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
      if (pair) {
        i++;
      } else {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\uFFFD');
      }
    }
    return mended == null ? text : mended.toString();
  }
}
