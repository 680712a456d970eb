package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Fixed;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A model at work. Safe for all threads; each [#classifier] and [#reader] is for one at a time.
public final class TrainedModel {

  private final Model model;
  private final String version;

  TrainedModel(Model model, String version) {
    this.model = model;
    this.version = version;
  }

  /// @param model just learnt
  public static TrainedModel of(Model model) {
    return ModelFile.of(model);
  }

  /// Twelve digits that change whenever anything in the model does.
  public String version() {
    return version;
  }

  /// Slugs, sorted as the model has them.
  public List<String> topics() {
    return model.topics();
  }

  /// Whether every post has exactly one topic.
  public boolean single() {
    return model.single();
  }

  /// From which confidence on a topic is given; nothing for a model of [#single] topics, which
  /// gives the most confident one.
  public SortedMap<String, Fixed> thresholds() {
    var thresholds = new TreeMap<String, Fixed>();
    for (int topic = 0; topic < model.topics().size() && !model.single(); topic++) {
      thresholds.put(model.topics().get(topic), model.thresholds()[topic]);
    }
    return thresholds;
  }

  /// @param id name and version as they stand in outcomes and tags
  public Classifier classifier(String id) {
    return new TrainedClassifier(id, model);
  }

  /// @param id as it stands in tags
  public PostReader reader(String id) {
    return new TrainedClassifier(id, model);
  }

  /// Whether every post has to be embedded, which is too slow for the thread of a stream.
  public boolean sentences() {
    return model.features().sentences();
  }

  Model model() {
    return model;
  }
}
