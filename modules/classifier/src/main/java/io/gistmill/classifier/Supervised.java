package io.gistmill.classifier;

import io.gistmill.domain.Post;

/// An active classifier that cannot break whoever asks it.
sealed interface Supervised extends AutoCloseable permits InPlaceClassifier, SupervisedClassifier {

  Question ask(Post post);

  /// Forgets a question of its own, if nobody works on it yet: nobody waits for the answer.
  void drop(Question question);

  /// Whether an answer may have to be waited for.
  boolean slow();

  /// Gives up what takes too long; to be called now and then while an answer is waited for.
  void look();

  @Override
  void close();

  static Supervised of(ActiveClassifier active, Tally tally, Supervision supervision) {
    return active.inPlace()
        ? new InPlaceClassifier(active, tally, supervision)
        : new SupervisedClassifier(active, tally, supervision);
  }
}
