package io.gistmill.digest.editorial;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A window's stories for a reader who may get all of them.
record Ranked(List<Story> ranked) implements RankedStories {

  static Ranked of(Map<String, List<News>> stories) {
    return new Ranked(
        stories.entrySet().stream()
            .map(story -> Weighing.fresh(story.getKey(), story.getValue()))
            .sorted(Story.BEST_FIRST)
            .toList());
  }

  @Override
  public int size() {
    return ranked.size();
  }

  @Override
  public Stream<Story> stories() {
    return ranked.stream();
  }

  @Override
  public @Nullable Story find(String id) {
    return stories().filter(story -> story.id().equals(id)).findFirst().orElse(null);
  }
}
