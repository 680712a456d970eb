package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.Outcome;
import java.util.Set;

/// What an engine makes: a classifier that fails.
record EchoFactory(String name) implements ClassifierFactory {

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Set<String> topics() {
    return Set.of("echo");
  }

  @Override
  public Classifier create() {
    return posts ->
        posts.stream().<Outcome>map(post -> new Outcome.Failed(id(), post.text())).toList();
  }
}
