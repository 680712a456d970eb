package io.gistmill.launcher.judge;

import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.Tagging;
import io.gistmill.classifier.trained.model.ShippedModel;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import java.util.ArrayList;
import java.util.TreeMap;

/// All classifiers that are installed, as the pipeline asks them. Where the trained one is among
/// them, it is asked about the topics too that nobody gave.
final class InstalledJudge implements Judge {

  private final Taggers taggers;
  private final Tagger tagger;
  private final boolean trained;

  InstalledJudge(InstalledClassifiers classifiers) {
    this.taggers = classifiers.taggers();
    this.tagger = taggers.with(new TreeMap<>());
    this.trained = classifiers.registry().names().contains("trained");
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
    if (trained) {
      confidences.putAll(ShippedModel.get().predict(post));
    }
    tagging.topics().forEach(tag -> confidences.put(tag.topic(), tag.confidence()));
    return new Judgement(tagging.topics(), confidences, failures, new TreeMap<>());
  }

  @Override
  public void close() {
    taggers.close();
  }
}
