package io.gistmill.digest.editorial;

import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a post; its words stay in the stories.
public interface NewsPost {

  Digest.PostRef ref();

  Instant admitted();

  Instant published();

  /// The post's own rank, before folding.
  Fixed score();

  /// Account or name, folded in case; empty when unknown.
  String author();

  /// Slugs, strongest first; empty for a post without topic.
  List<String> topics();

  /// The most telling names, strongest first.
  List<String> names();

  /// Id of the earlier post whose text this one passes on, or null.
  @Nullable String repeats();

  /// The text that the post brings: equal for all that pass on one text.
  default String text() {
    String original = repeats();
    return original == null ? ref().id() : original;
  }
}
