package io.gistmill.classifier;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Gives the topics whose names stand in the text.
public final class WordClassifier implements Classifier {

  private final String id;
  private final SortedSet<String> topics;
  private final Fixed confidence;

  private WordClassifier(String id, SortedSet<String> topics, Fixed confidence) {
    this.id = id;
    this.topics = topics;
    this.confidence = confidence;
  }

  public static ActiveClassifier active(String id, double confidence, String... topics) {
    var slugs = new TreeSet<>(List.of(topics));
    return new ActiveClassifier(
        id, slugs, new WordClassifier(id, slugs, Fixed.of(confidence)), true);
  }

  /// Knows the words `mill` and `wheel`, unless a switch has told it others.
  public static Taggers taggers() {
    return new Taggers() {
      @Override
      public Tagger with(SortedMap<String, ClassifierSwitch> switches) {
        ClassifierSwitch how = switches.getOrDefault("words", switchTo("1", "mill", "wheel"));
        if (!Set.of("words").containsAll(switches.keySet())) {
          throw new IllegalArgumentException("no such classifier: " + switches.keySet());
        }
        ActiveClassifier words = active(how.id(), 0.8, how.configuration().split(" ", -1));
        return new Tagger(List.of(words), Tagger.THRESHOLD, System::nanoTime);
      }

      @Override
      public void close() {}
    };
  }

  public static ClassifierSwitch switchTo(String version, String... topics) {
    var names = new TreeMap<String, String>();
    List.of(topics).forEach(topic -> names.put(topic, topic));
    return new ClassifierSwitch("words", version, String.join(" ", topics), names);
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    return posts.stream().map(this::classify).toList();
  }

  private Outcome classify(Post post) {
    List<Tag> tags =
        topics.stream().filter(post.text()::contains).map(topic -> tag(post, topic)).toList();
    return new Outcome.Tagged(id, tags);
  }

  private Tag tag(Post post, String topic) {
    int start = post.text().indexOf(topic);
    return new Tag(
        topic, confidence, id, List.of(new Evidence(Evidence.Part.TEXT, 0, start, topic)));
  }
}
