package io.gistmill.launcher.pipeline;

import io.gistmill.classifier.Summaries;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.topology.ClassifierTopology;
import io.gistmill.contracts.Topics;
import io.gistmill.digest.topology.DeskTopology;
import io.gistmill.digest.topology.MailroomTopology;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.runtime.streams.StreamsSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A stage of the pipeline, which can run in this process or in one of its own.
public enum Stage {
  CLASSIFIER,
  DESK,
  MAILROOM;

  /// Starts the stage without live streams and with the classifiers that come with Gistmill.
  ///
  /// @param state folder for the stores of all stages
  /// @param settings may change time limits
  public StreamsService start(
      String bootstrapServers, Topics topics, Path state, UnaryOperator<StreamsSettings> settings) {
    return start(bootstrapServers, topics, state, settings, InstalledClassifiers.shipped(), false);
  }

  /// Starts the stage and returns while it may still be joining its group.
  ///
  /// @param state folder for the stores of all stages
  /// @param settings may change time limits
  /// @param classifiers that the classifier asks
  /// @param streams whether the classifier writes live streams; their topics must exist
  public StreamsService start(
      String bootstrapServers,
      Topics topics,
      Path state,
      UnaryOperator<StreamsSettings> settings,
      InstalledClassifiers classifiers,
      boolean streams) {
    StreamsSettings own = own(this, bootstrapServers, topics, state);
    return switch (this) {
      case CLASSIFIER ->
          startClassifier(topics, settings.apply(own), classifiers.taggers(), streams);
      case DESK -> StreamsService.start(DeskTopology.build(topics), settings.apply(own));
      case MAILROOM -> StreamsService.start(MailroomTopology.build(topics), settings.apply(own));
    };
  }

  /// Starts the classifier with live streams.
  ///
  /// @param taggers closed with the stage; they tell how the classifiers fare meanwhile
  /// @param summaries closed with the stage; null for none
  public static StreamsService classifier(
      String bootstrapServers,
      Topics topics,
      Path state,
      UnaryOperator<StreamsSettings> settings,
      Taggers taggers,
      @Nullable Summaries summaries) {
    StreamsSettings own = own(CLASSIFIER, bootstrapServers, topics, state);
    var topology = new ClassifierTopology(topics, taggers, summaries, true);
    StreamsService service = startClassifier(topology, settings.apply(own), taggers);
    if (summaries != null) {
      var ignored = service.stopped().whenComplete((nothing, cause) -> summaries.close());
    }
    return service;
  }

  private static StreamsSettings own(
      Stage stage, String bootstrapServers, Topics topics, Path state) {
    return new StreamsSettings(
        topics.application(stage.name().toLowerCase(Locale.ROOT)),
        KafkaConnection.plain(bootstrapServers),
        state,
        topics.rejects().name());
  }

  private static StreamsService startClassifier(
      Topics topics, StreamsSettings settings, Taggers taggers, boolean streams) {
    return startClassifier(new ClassifierTopology(topics, taggers, streams), settings, taggers);
  }

  private static StreamsService startClassifier(
      ClassifierTopology topology, StreamsSettings settings, Taggers taggers) {
    StreamsService service = StreamsService.start(topology.build(), settings);
    var ignored = service.stopped().whenComplete((nothing, cause) -> taggers.close());
    return service;
  }
}
