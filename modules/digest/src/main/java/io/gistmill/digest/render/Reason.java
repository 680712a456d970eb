package io.gistmill.digest.render;

import io.gistmill.domain.Fixed;

/// A part of why a story is shown to a reader, or stands where it stands.
public sealed interface Reason {

  /// The subscription asks for this topic.
  ///
  /// @param name as readers know it
  record Topic(String name) implements Reason {}

  /// The subscription's own query is met.
  record Query(String query) implements Reason {}

  /// @param count how many authors tell the story, at least 1
  record Sources(int count) implements Reason {}

  /// @param score the story's rank among others of the window, from 0 to 1
  record Score(Fixed score) implements Reason {}
}
