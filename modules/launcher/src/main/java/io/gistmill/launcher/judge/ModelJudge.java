package io.gistmill.launcher.judge;

import io.gistmill.classifier.trained.model.PostReader;
import io.gistmill.classifier.trained.model.Reading;
import io.gistmill.classifier.trained.model.TrainedModel;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// A trained model alone. Where it is one of single topics, every post gets the most confident
/// topic, a post without a word too.
final class ModelJudge implements Judge {

  private final TrainedModel model;
  private final String id;
  private final PostReader reader;

  ModelJudge(TrainedModel model) {
    this.model = model;
    this.id = "trained@" + model.version();
    this.reader = model.reader(id);
  }

  @Override
  public Judgement judge(Post post) {
    Reading reading = reader.read(post);
    var topics = new ArrayList<Tag>(reading.tags());
    if (topics.isEmpty() && model.single()) {
      reading.confidences().entrySet().stream()
          .max(Map.Entry.<String, Fixed>comparingByValue())
          .ifPresent(best -> topics.add(new Tag(best.getKey(), best.getValue(), id, List.of())));
    }
    return new Judgement(topics, reading.confidences(), List.of(), reading.likes());
  }

  @Override
  public SortedSet<String> topics() {
    return new TreeSet<>(model.topics());
  }

  @Override
  public void close() {}
}
