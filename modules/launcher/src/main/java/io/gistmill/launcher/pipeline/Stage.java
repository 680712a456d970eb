package io.gistmill.launcher.pipeline;

import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.topology.ClassifierTopology;
import io.gistmill.contracts.Topics;
import io.gistmill.digest.topology.DeskTopology;
import io.gistmill.digest.topology.MailroomTopology;
import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.runtime.streams.StreamsSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// A stage of the pipeline, which can run in this process or in one of its own.
public enum Stage {
  CLASSIFIER,
  DESK,
  MAILROOM;

  /// Starts the stage and returns while it may still be joining its group.
  ///
  /// @param state folder for the stores of all stages
  /// @param settings may change time limits
  public StreamsService start(
      String bootstrapServers, Topics topics, Path state, UnaryOperator<StreamsSettings> settings) {
    var own =
        new StreamsSettings(
            topics.application(name().toLowerCase(Locale.ROOT)),
            bootstrapServers,
            state,
            topics.rejects().name());
    return switch (this) {
      case CLASSIFIER -> startClassifier(topics, settings.apply(own));
      case DESK -> StreamsService.start(DeskTopology.build(topics), settings.apply(own));
      case MAILROOM -> StreamsService.start(MailroomTopology.build(topics), settings.apply(own));
    };
  }

  private static StreamsService startClassifier(Topics topics, StreamsSettings settings) {
    Taggers taggers = InstalledClassifiers.taggers();
    StreamsService service =
        StreamsService.start(new ClassifierTopology(topics, taggers, false).build(), settings);
    var ignored = service.stopped().whenComplete((nothing, cause) -> taggers.close());
    return service;
  }
}
