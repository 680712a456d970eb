package io.gistmill.classifier.trained.model;

import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.util.stream.Stream;

/// Whether a post has words enough to be judged.
///
/// @param least letters or digits: one that stands alone is a word where every post has a topic,
///   and where a post may have none a slip, which would count as much as a whole post
record Wording(int least) {

  static Wording of(Model model) {
    return new Wording(model.single() ? 1 : 2);
  }

  /// Also for one that consists of nothing but a link, which tells whose page it is.
  boolean enough(Post post) {
    Stream<String> quoted = post.quoted().stream().map(Quote::text);
    return Stream.of(
                Stream.ofNullable(post.title()),
                Stream.of(post.text()),
                post.links().stream(),
                quoted)
            .flatMap(texts -> texts)
            .flatMapToInt(String::codePoints)
            .filter(Character::isLetterOrDigit)
            .limit(least)
            .count()
        == least;
  }
}
