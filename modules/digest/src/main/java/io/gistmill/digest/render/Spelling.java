package io.gistmill.digest.render;

import io.gistmill.domain.StoryPost;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds how posts write a name: `Kestrel Labs` for `kestrellabs`.
final class Spelling {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// What writers put into a name, and its one spelling leaves out.
  private static final String BETWEEN = "[ ._/-]?";

  private Spelling() {}

  /// @param name as [io.gistmill.domain.Name] spells it
  /// @param posts that have it, best first
  /// @return as the first of them writes it; where none does, such as for a name in another
  ///   language, the name itself
  static String of(String name, List<StoryPost> posts) {
    Pattern written = written(name);
    return posts.stream()
        .flatMap(post -> find(written, post.headline() + "\n" + post.summary()).stream())
        .findFirst()
        // A version of something stands behind a slash.
        .orElseGet(() -> name.replace('/', ' '));
  }

  private static Pattern written(String name) {
    String letters =
        name.codePoints()
            .filter(Character::isLetterOrDigit)
            .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
            .collect(Collectors.joining(BETWEEN));
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + letters + "(?![\\p{L}\\p{N}])", FLAGS);
  }

  private static Optional<String> find(Pattern written, String text) {
    Matcher matcher = written.matcher(text);
    return matcher.find() && !matcher.group().isEmpty()
        ? Optional.of(matcher.group())
        : Optional.empty();
  }
}
