package io.gistmill.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One digest of one subscription: which stories, in which order. The words stand in the stories'
/// revisions.
///
/// @param id derived from subscription and cut; serves as record key, webhook id and Message-ID
/// @param from start of the window, inclusive
/// @param cut end of the window, exclusive
/// @param items best first
/// @param more how many stories of the window are not shown, those that were told before left out
/// @param contentHash over everything that a reader would see
/// @param repeats the best of the stories that this subscription showed before and that have not
///   grown since, best first; at most as many as there may be items
/// @param corrections of what earlier digests of this subscription showed
/// @param week what only a week shows; null for other cadences, and in older documents
public record Digest(
    String id,
    Subscription subscription,
    Instant from,
    Instant cut,
    List<Item> items,
    int more,
    String contentHash,
    List<Item> repeats,
    List<Correction> corrections,
    @Nullable Week week) {

  public Digest {
    items = List.copyOf(items);
    repeats = List.copyOf(repeats);
    corrections = List.copyOf(corrections);
  }

  /// One that brings nothing but stories told for the first time.
  public Digest(
      String id,
      Subscription subscription,
      Instant from,
      Instant cut,
      List<Item> items,
      int more,
      String contentHash) {
    this(id, subscription, from, cut, items, more, contentHash, List.of(), List.of(), null);
  }

  /// @param story id, after aliases
  /// @param posts the story's posts of this window, lead first; of an update what is new comes
  ///   first
  /// @param known what this subscription showed of the story before; null for a first time
  /// @param seen the cut of the first other digest of the same subscriber that showed the story in
  ///   this window; null for none
  /// @param why the parts of the score; null in older documents
  public record Item(
      String story,
      Fixed score,
      List<PostRef> posts,
      @Nullable Known known,
      @Nullable Instant seen,
      @Nullable Why why) {
    public Item {
      posts = List.copyOf(posts);
    }

    /// One that is told for the first time.
    public Item(String story, Fixed score, List<PostRef> posts) {
      this(story, score, posts, null, null, null);
    }
  }

  /// Names one version of a post in the stories topic.
  ///
  /// @param story the id under which the revision was written, before aliases
  public record PostRef(String id, String story, Instant bucket) {}

  /// What a subscription showed of a story before.
  ///
  /// @param cut of the last digest that showed it
  /// @param posts how many posts were shown
  /// @param news how many posts of the item are new, the first ones; the others tell what was shown
  public record Known(Instant cut, int posts, int news) {}

  /// The parts of an item's score, which is their sum, and what balance did to its place.
  ///
  /// @param lead the score of the post that leads
  /// @param sources for further authors
  /// @param update zero or less: an update stands behind what is new altogether
  /// @param moved how many places balance lifted the story; below zero, how many it gave way
  public record Why(Fixed lead, Fixed sources, Fixed update, int moved) {}

  /// Takes back what a digest showed.
  ///
  /// @param digest id of the last digest that showed it, which a mail answers
  /// @param cut of that digest
  /// @param story id, after aliases
  /// @param post that was withdrawn since, in the version that was shown
  public record Correction(String digest, Instant cut, String story, PostRef post) {}
}
