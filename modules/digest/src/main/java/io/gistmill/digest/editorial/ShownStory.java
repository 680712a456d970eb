package io.gistmill.digest.editorial;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;

/// A story that a digest showed.
///
/// @param story id, after the aliases that were known then
/// @param posts as they were shown, lead first; authors and texts stand for what a reader knows
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record ShownStory(String story, List<ShownPost> posts) {

  public ShownStory {
    posts = List.copyOf(posts);
  }

  static ShownStory of(Story story) {
    return new ShownStory(story.id(), story.posts().stream().map(ShownPost::of).toList());
  }
}
