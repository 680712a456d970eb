package io.gistmill.simulation;

import io.gistmill.classifier.ActiveClassifier;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Gives each topic whose slug stands in the text.
final class TopicsInText implements Classifier {

  private static final String ID = "text@1";
  private static final List<String> TOPICS = List.of("topic-0", "topic-1", "topic-2");

  private TopicsInText() {}

  static Tagger tagger() {
    return new Tagger(
        List.of(new ActiveClassifier(ID, new TreeSet<>(TOPICS), new TopicsInText())),
        Tagger.THRESHOLD);
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    return posts.stream().map(TopicsInText::outcome).toList();
  }

  private static Outcome outcome(Post post) {
    List<Tag> tags = new ArrayList<>();
    for (String topic : TOPICS) {
      int start = post.text().indexOf(topic);
      if (start >= 0) {
        var evidence = new Evidence(Evidence.Part.TEXT, 0, start, topic);
        tags.add(new Tag(topic, Fixed.ONE, ID, List.of(evidence)));
      }
    }
    return new Outcome.Tagged(ID, tags);
  }
}
