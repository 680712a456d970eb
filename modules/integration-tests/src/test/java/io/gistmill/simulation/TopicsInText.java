package io.gistmill.simulation;

import io.gistmill.classifier.ActiveClassifier;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Gives each topic whose slug stands in the text and in its configuration.
final class TopicsInText implements Classifier {

  static final List<String> TOPICS = List.of("topic-0", "topic-1", "topic-2");

  private static final String NAME = "text";
  private static final ClassifierSwitch STANDARD = switchTo(TOPICS);

  private final ClassifierSwitch how;

  private TopicsInText(ClassifierSwitch how) {
    this.how = how;
  }

  static Taggers taggers() {
    return new Switchable();
  }

  /// @param found the topics that are found from then on
  static ClassifierSwitch switchTo(List<String> found) {
    var names = new TreeMap<String, String>();
    TOPICS.forEach(topic -> names.put(topic, topic));
    String configuration = String.join(" ", found);
    return new ClassifierSwitch(NAME, configuration.replace(' ', '.'), configuration, names);
  }

  static List<String> found(ClassifierSwitch how, String text) {
    return TOPICS.stream()
        .filter(topic -> how.configuration().contains(topic) && text.contains(topic))
        .toList();
  }

  static ClassifierSwitch standard() {
    return STANDARD;
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    return posts.stream().map(this::outcome).toList();
  }

  private Outcome outcome(Post post) {
    List<Tag> tags = new ArrayList<>();
    for (String topic : found(how, post.text())) {
      var evidence = new Evidence(Evidence.Part.TEXT, 0, post.text().indexOf(topic), topic);
      tags.add(new Tag(topic, Fixed.ONE, how.id(), List.of(evidence)));
    }
    return new Outcome.Tagged(how.id(), tags);
  }

  private static final class Switchable implements Taggers {
    @Override
    public Tagger with(SortedMap<String, ClassifierSwitch> switches) {
      ClassifierSwitch how = switches.getOrDefault(NAME, STANDARD);
      return new Tagger(
          List.of(
              new ActiveClassifier(how.id(), new TreeSet<>(TOPICS), new TopicsInText(how), true)),
          Tagger.THRESHOLD,
          System::nanoTime);
    }

    @Override
    public void close() {}
  }
}
