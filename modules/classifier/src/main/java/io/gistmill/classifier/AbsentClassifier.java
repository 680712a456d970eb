package io.gistmill.classifier;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.List;
import java.util.TreeSet;

/// Stands in for a classifier that a switch asks for and that this installation does not have, so
/// that the stream goes on and a later switch can mend it: each post gets a failure that says why.
record AbsentClassifier(Outcome.Failed failed) implements Classifier {

  /// @param reason why there is none, with the mend
  static ActiveClassifier of(ClassifierSwitch to, String reason) {
    var failed = new Outcome.Failed(to.id(), reason);
    return new ActiveClassifier(
        to.id(), new TreeSet<>(to.topics().keySet()), new AbsentClassifier(failed), true);
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    return posts.stream().<Outcome>map(_ -> failed).toList();
  }
}
