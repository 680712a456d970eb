package io.gistmill.launcher.judge;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.Tagging;
import io.gistmill.classifier.trained.TrainedClassifierFactory;
import io.gistmill.classifier.trained.model.Like;
import io.gistmill.classifier.trained.model.PostReader;
import io.gistmill.classifier.trained.model.Reading;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import java.util.ArrayList;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All classifiers that are installed, as the pipeline asks them. Where the trained one is among
/// them, it is asked about the topics too that nobody gave, and for the examples that it has learnt
/// from.
final class InstalledJudge implements Judge {

  private static final String TRAINED = "trained";

  private final SortedSet<String> topics;
  private final Taggers taggers;
  private final Tagger tagger;
  private final @Nullable PostReader trained;

  InstalledJudge(InstalledClassifiers classifiers) {
    this.topics = classifiers.topics();
    this.taggers = classifiers.taggers();
    this.tagger = taggers.with(new TreeMap<>());
    this.trained = trained(classifiers.registry());
  }

  private static @Nullable PostReader trained(ClassifierRegistry registry) {
    return registry.names().contains(TRAINED)
            && registry.bareFactory(TRAINED) instanceof TrainedClassifierFactory factory
        ? factory.reader()
        : null;
  }

  @Override
  public Judgement judge(Post post) {
    Tagging tagging = tagger.tag(post);
    var failures = new ArrayList<String>();
    for (Outcome outcome : tagging.outcomes()) {
      if (outcome instanceof Outcome.Failed failed) {
        failures.add(failed.classifier() + ": " + failed.reason());
      }
    }
    var confidences = new TreeMap<String, Fixed>();
    var likes = new TreeMap<String, Like>();
    if (trained != null) {
      Reading reading = trained.read(post);
      confidences.putAll(reading.confidences());
      likes.putAll(reading.likes());
    }
    tagging.topics().forEach(tag -> confidences.put(tag.topic(), tag.confidence()));
    likes.keySet().retainAll(tagging.topics().stream().map(Tag::topic).toList());
    return new Judgement(tagging.topics(), confidences, failures, likes);
  }

  @Override
  public SortedSet<String> topics() {
    return topics;
  }

  @Override
  public void close() {
    taggers.close();
  }
}
