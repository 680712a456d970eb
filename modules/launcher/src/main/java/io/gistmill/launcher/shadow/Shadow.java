package io.gistmill.launcher.shadow;

import io.gistmill.classifier.ActiveClassifier;
import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.ClassifierSet;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Tagging;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/// Asks a candidate set of classifiers about posts whose topics are known, and counts what it would
/// change. It writes nothing anywhere.
///
/// Each post counts once, in its last version; one that was taken back does not count. What people
/// corrected holds for the candidate too. For one thread.
final class Shadow implements AutoCloseable {

  /// Stands where a tag bears the name of its classifier.
  private static final String CORRECTION = "correction";

  private final ClassifierSet candidate;
  private final SortedMap<String, Timed> timed = new TreeMap<>();
  private final Tagger tagger;
  private final Tally tally = new Tally();
  private final SortedSet<String> active = new TreeSet<>();
  private final Map<String, SortedMap<String, Boolean>> verdicts = new HashMap<>();

  /// @throws IllegalArgumentException when a classifier of the candidate cannot be made
  Shadow(ClassifierSet candidate, ClassifierRegistry registry, LongSupplier nanoClock) {
    this.candidate = candidate;
    List<ActiveClassifier> measured = new ArrayList<>();
    for (ActiveClassifier classifier : candidate.activate(registry)) {
      var stopwatch = new Timed(classifier.classifier(), nanoClock);
      timed.put(classifier.id(), stopwatch);
      measured.add(classifier.through(stopwatch));
    }
    this.tagger = new Tagger(measured, candidate.thresholds(), nanoClock);
  }

  /// What the log says of a post, in the order of its partition.
  void take(TaggedEvent event) {
    switch (event) {
      case TaggedEvent.Tagged(TaggedPost tagged) -> take(tagged);
      case TaggedEvent.Retagged(TaggedPost tagged) -> take(tagged);
      case TaggedEvent.Withdrawn withdrawn -> {
        tally.remove(withdrawn.postId());
        verdicts.remove(withdrawn.postId());
      }
      case TaggedEvent.Corrected corrected -> correct(corrected);
      case TaggedEvent.Duplicate _, TaggedEvent.Switched _, TaggedEvent.Ticked _ -> {}
    }
  }

  private void take(TaggedPost tagged) {
    tagged.outcomes().stream().map(Outcome::classifier).forEach(active::add);
    compare(tagged.post(), tagged.topics());
  }

  /// Compares with what another set of classifiers says now.
  void take(Post post, Tagging said) {
    said.outcomes().stream().map(Outcome::classifier).forEach(active::add);
    compare(post, said.topics());
  }

  private void compare(Post post, List<Tag> topics) {
    tally.put(Version.of(post, topics, tagger.tag(post)));
    topics.stream()
        .filter(tag -> tag.classifier().equals(CORRECTION))
        .forEach(tag -> verdictsOn(post.id()).put(tag.topic(), true));
    tally.correct(post.id(), verdicts.getOrDefault(post.id(), new TreeMap<>()));
  }

  private void correct(TaggedEvent.Corrected corrected) {
    String id = corrected.postId();
    var now = new TreeSet<String>();
    for (Tag tag : corrected.topics()) {
      now.add(tag.topic());
      if (tag.classifier().equals(CORRECTION)) {
        verdictsOn(id).put(tag.topic(), true);
      }
    }
    for (String topic : tally.active(id)) {
      if (!now.contains(topic)) {
        verdictsOn(id).put(topic, false);
      }
    }
    tally.correct(id, verdicts.getOrDefault(id, new TreeMap<>()));
  }

  private SortedMap<String, Boolean> verdictsOn(String id) {
    return verdicts.computeIfAbsent(id, post -> new TreeMap<>());
  }

  int posts() {
    return tally.posts();
  }

  /// @param subject what was looked at, for people
  Difference difference(String subject) {
    List<Cost> costs =
        timed.entrySet().stream().map(one -> one.getValue().cost(one.getKey())).toList();
    return Difference.of(subject, active, candidate.ids(), tally, costs);
  }

  @Override
  public void close() {
    tagger.close();
  }
}
