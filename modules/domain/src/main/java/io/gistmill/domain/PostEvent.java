package io.gistmill.domain;

import java.util.List;

/// What stands in `posts`.
public sealed interface PostEvent {

  record Posted(Post post) implements PostEvent {}

  /// A post from before its source was followed: tagged and searchable, but in no digest.
  record Backfilled(Post post) implements PostEvent {}

  /// A post is taken back. It leaves all digests from the next cut on and stays away, whatever its
  /// source sends again under the same id, for a HORIZON. May overtake the post itself.
  record Withdrawn(String postId) implements PostEvent {}

  /// A reader says what a post is and is not about. Holds for later edits of the post too. May
  /// overtake the post itself.
  ///
  /// @param added slugs of topics that the post has
  /// @param removed slugs of topics that it does not have
  record Corrected(String postId, List<String> added, List<String> removed) implements PostEvent {
    public Corrected {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  /// A post that came before is tagged again, as history: it gets the topics that the classifiers
  /// which hold here give it, and stays in its window. Nothing happens unless this is the newest
  /// version of a post that is remembered. What a reader corrected stays.
  ///
  /// @param post as it came last
  /// @param set version of the classifiers that were meant, to know later what was done already
  record Retagged(Post post, String set) implements PostEvent {}

  /// From here on, a classifier works in another way. Stands in every partition.
  record Switched(ClassifierSwitch to) implements PostEvent {}

  record Ticked(Tick tick) implements PostEvent {}
}
