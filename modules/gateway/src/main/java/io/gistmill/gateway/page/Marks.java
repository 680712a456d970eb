package io.gistmill.gateway.page;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Tag;
import java.util.List;
import java.util.function.UnaryOperator;

/// Where the evidence of tags stands in the parts of a post.
final class Marks {

  private Marks() {}

  static List<Marked.Mark> text(List<Tag> tags, UnaryOperator<String> names, String text) {
    return in(Evidence.Part.TEXT, 0, tags, names, text);
  }

  /// Evidence that does not stand where it says is left out.
  static List<Marked.Mark> in(
      Evidence.Part part, int index, List<Tag> tags, UnaryOperator<String> names, String text) {
    return tags.stream()
        .flatMap(
            tag ->
                tag.evidence().stream()
                    .filter(words -> words.part() == part && words.index() == index)
                    .filter(words -> text.startsWith(words.text(), words.start()))
                    .map(
                        words ->
                            new Marked.Mark(
                                words.start(),
                                words.start() + words.text().length(),
                                names.apply(tag.topic()))))
        .toList();
  }
}
