package io.gistmill.digest.mailroom;

import io.gistmill.domain.Selection;
import io.gistmill.domain.Subscription;
import java.util.BitSet;
import java.util.List;

/// Applies the selection of a subscription to a window.
///
/// Filter and mutes of sources and authors leave posts out: what stays of a story is ranked as if
/// there were no more. Topics and mutes of stories leave whole stories out; which topics a story
/// has does not depend on who may see which of its posts.
final class Selecting {

  private Selecting() {}

  static Choice choose(WindowPosts posts, Subscription subscription) {
    Selection selection = subscription.selection();
    Edition edition = posts.edition(PostRules.of(subscription));
    BitSet places = withTopics(edition, selection.topics());
    for (String topic : selection.excluded()) {
      places.andNot(edition.about(topic));
    }
    if (!selection.mutedStories().isEmpty()) {
      mute(selection.mutedStories().stream().map(posts::storyOf).toList(), edition, places);
    }
    return new Choice(edition, places);
  }

  /// The union of the editions of the topics, in the order of the edition of all.
  private static BitSet withTopics(Edition edition, List<String> topics) {
    var places = new BitSet(edition.stories().size());
    if (topics.isEmpty()) {
      places.set(0, edition.stories().size());
    }
    for (String topic : topics) {
      places.or(edition.about(topic));
    }
    return places;
  }

  private static void mute(List<String> muted, Edition edition, BitSet places) {
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      if (muted.contains(edition.stories().get(place).id())) {
        places.clear(place);
      }
    }
  }
}
