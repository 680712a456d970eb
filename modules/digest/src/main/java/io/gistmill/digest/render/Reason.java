package io.gistmill.digest.render;

import io.gistmill.domain.Fixed;
import java.time.LocalDate;

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

  /// @param score the story's rank among others of the window
  record Score(Fixed score) implements Reason {}

  /// @param score what the best post brings into the story's score
  record Lead(Fixed score) implements Reason {}

  /// @param score what further authors add to it
  record Authors(Fixed score) implements Reason {}

  /// @param score what is taken off, as the reader knows the story
  record Known(Fixed score) implements Reason {}

  /// Balance gave the story quite another place than its score.
  ///
  /// @param places up, two or more; below zero, down
  record Moved(int places) implements Reason {}

  /// Another digest of the same reader has shown the story in this window.
  ///
  /// @param day of that digest, in the subscriber's zone
  record Seen(LocalDate day) implements Reason {}
}
