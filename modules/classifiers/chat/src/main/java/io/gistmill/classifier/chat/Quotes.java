package io.gistmill.classifier.chat;

import io.gistmill.classifier.engine.PostParts;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Evidence.Part;
import io.gistmill.domain.Post;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds where the words stand that a model copied.
final class Quotes {

  static final SortedMap<String, Part> PARTS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(Map.of("title", Part.TITLE, "text", Part.TEXT, "quoted", Part.QUOTED)));

  private Quotes() {}

  /// The first place in the part that is named, or else in any other: models mix parts up, and
  /// where the words stand is what counts.
  ///
  /// @return empty when the words stand nowhere
  static Optional<Evidence> find(Post post, Part named, String words) {
    if (words.isBlank()) {
      return Optional.empty();
    }
    return Stream.concat(Stream.of(named), PARTS.values().stream())
        .flatMap(part -> in(post, part, words))
        .findFirst();
  }

  private static Stream<Evidence> in(Post post, Part part, String words) {
    int texts = part == Part.QUOTED ? post.quoted().size() : 1;
    return IntStream.range(0, texts)
        .mapToObj(index -> at(post, part, index, words))
        .flatMap(Optional::stream);
  }

  private static Optional<Evidence> at(Post post, Part part, int index, String words) {
    return PostParts.text(post, part, index)
        .flatMap(
            text -> {
              int start = text.indexOf(words);
              return start < 0
                  ? Optional.empty()
                  : Optional.of(new Evidence(part, index, start, words));
            });
  }
}
