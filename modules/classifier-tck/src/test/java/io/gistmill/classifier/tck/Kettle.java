package io.gistmill.classifier.tck;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.List;
import java.util.Set;

/// Keeps every promise: posts that name a kettle are about tea.
public class Kettle implements ClassifierFactory {

  static final String WORD = "kettle";
  static final List<Post> POSTS = List.of(Posts.text("Put the kettle on"));

  @Override
  public String name() {
    return "kettle";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Set<String> topics() {
    return Set.of("tea");
  }

  @Override
  public Classifier create() {
    return new Classifier() {
      @Override
      public List<Outcome> classify(List<Post> posts) {
        return posts.stream().map(Kettle.this::outcome).toList();
      }
    };
  }

  Outcome outcome(Post post) {
    int at = post.text().indexOf(WORD);
    return new Outcome.Tagged(id(), at < 0 ? List.of() : List.of(tag(at)));
  }

  Tag tag(int at) {
    var evidence = new Evidence(Evidence.Part.TEXT, 0, at, WORD);
    return new Tag("tea", Fixed.ONE, id(), List.of(evidence));
  }
}
