package io.gistmill.launcher.judge;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.trained.model.TrainedModel;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// A trained model alone. Where it is one of single topics, every post gets the most confident
/// topic, a post without a word too.
final class ModelJudge implements Judge {

  private final TrainedModel model;
  private final String id;
  private final Classifier classifier;

  ModelJudge(TrainedModel model) {
    this.model = model;
    this.id = "trained@" + model.version();
    this.classifier = model.classifier(id);
  }

  @Override
  public Judgement judge(Post post) {
    SortedMap<String, Fixed> confidences = model.predict(post);
    var topics = new ArrayList<Tag>();
    var failures = new ArrayList<String>();
    for (Outcome outcome : classifier.classify(List.of(post))) {
      switch (outcome) {
        case Outcome.Tagged tagged -> topics.addAll(tagged.tags());
        case Outcome.Failed failed -> failures.add(failed.classifier() + ": " + failed.reason());
      }
    }
    if (topics.isEmpty() && failures.isEmpty() && model.single()) {
      confidences.entrySet().stream()
          .max(Map.Entry.<String, Fixed>comparingByValue())
          .ifPresent(best -> topics.add(new Tag(best.getKey(), best.getValue(), id, List.of())));
    }
    return new Judgement(topics, confidences, failures);
  }

  @Override
  public void close() {
    classifier.close();
  }
}
