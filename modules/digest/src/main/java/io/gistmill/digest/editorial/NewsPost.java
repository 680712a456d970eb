package io.gistmill.digest.editorial;

import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a post; its words stay in the stories.
public interface NewsPost {

  /// Stands for the topic of a post without one.
  String OTHER = "other";

  Digest.PostRef ref();

  Instant admitted();

  Instant published();

  /// The post's own rank, before folding.
  Fixed score();

  /// Account or name, folded in case, or the source that names neither; empty when unknown.
  String author();

  /// Slugs, strongest first, or [#OTHER] alone.
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
