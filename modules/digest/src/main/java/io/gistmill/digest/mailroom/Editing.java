package io.gistmill.digest.mailroom;

/// Decides what of a choice a digest shows. Asked once for each cut that is made, in the order of
/// the cuts of a subscription.
interface Editing {

  Shown edit(Standing standing, Choice choice);

  /// The best stories, as many as the subscription shows at the most.
  static Shown best(Standing standing, Choice choice) {
    var stories = choice.stories().limit(standing.subscription().maxItems()).toList();
    return new Shown(stories, choice.size() - stories.size());
  }
}
