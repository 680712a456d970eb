package io.gistmill.digest.editorial;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The stories that a reader may get of a window, weighed as if none had been shown before.
public interface RankedStories {

  int size();

  /// Best first; looks at each only when it is asked for.
  Stream<Story> stories();

  /// A story by its id, or null where the reader may not get it.
  @Nullable Story find(String id);
}
