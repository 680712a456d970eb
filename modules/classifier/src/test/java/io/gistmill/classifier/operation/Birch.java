package io.gistmill.classifier.operation;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.List;
import java.util.Set;

/// Tags posts that speak of mills, and fails on those that speak of `<b>`.
public final class Birch implements ClassifierFactory {

  @Override
  public String name() {
    return "birch";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Set<String> topics() {
    return Set.of("mill");
  }

  @Override
  public Classifier create() {
    return posts -> posts.stream().map(this::outcome).toList();
  }

  private Outcome outcome(Post post) {
    if (post.text().contains("<b>")) {
      return new Outcome.Failed(id(), "<b> on host-7 is too much");
    }
    return new Outcome.Tagged(
        id(),
        post.text().contains("mill")
            ? List.of(new Tag("mill", Fixed.of(0.9), id(), List.of()))
            : List.of());
  }
}
