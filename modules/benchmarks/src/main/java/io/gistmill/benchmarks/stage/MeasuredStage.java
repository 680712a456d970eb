package io.gistmill.benchmarks.stage;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.PostEvent;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.pipeline.Stage;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.runtime.streams.StreamsSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/// A stage that takes posts in.
public sealed interface MeasuredStage {

  /// Where posts go in.
  default Topic<PostEvent> from() {
    return topics().posts();
  }

  /// Where one record comes out for each that went in, under the same key.
  Topic<?> to();

  Topics topics();

  /// All topics that must be there before it starts.
  List<Topic<?>> needed();

  /// @param state folder of its stores
  StreamsService start(
      String bootstrapServers, Path state, UnaryOperator<StreamsSettings> settings);

  /// The least that any stage can cost: the same records come out. No JSON is read.
  record PassThrough(Topics topics) implements MeasuredStage {

    public PassThrough(int partitions) {
      this(new Topics("passthrough", partitions, partitions));
    }

    @Override
    public Topic<byte[]> to() {
      return new Topic<>(
          "passthrough.out",
          Serdes.String(),
          Serdes.ByteArray(),
          from().partitions(),
          from().settings());
    }

    @Override
    public List<Topic<?>> needed() {
      return List.of(from(), to(), topics.rejects());
    }

    @Override
    public StreamsService start(
        String bootstrapServers, Path state, UnaryOperator<StreamsSettings> settings) {
      var own =
          new StreamsSettings(
              "passthrough",
              KafkaConnection.plain(bootstrapServers),
              state,
              topics.rejects().name());
      return StreamsService.start(topology(), settings.apply(own));
    }

    private Topology topology() {
      var builder = new StreamsBuilder();
      builder.stream(
              from().name(),
              Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("read-posts"))
          .to(
              to().name(),
              Produced.with(Serdes.String(), Serdes.ByteArray()).withName("write-posts"));
      return builder.build();
    }
  }

  /// The classifier stage with all classifiers that are installed.
  ///
  /// @param streams whether it writes the live streams too
  record Classifying(Topics topics, boolean streams) implements MeasuredStage {

    public Classifying(int partitions, boolean streams) {
      this(new Topics("measured", partitions, partitions), streams);
    }

    @Override
    public Topic<?> to() {
      return topics.tagged();
    }

    @Override
    public List<Topic<?>> needed() {
      var needed = new ArrayList<Topic<?>>(List.of(from(), to(), topics.rejects()));
      if (streams) {
        InstalledClassifiers.shipped().routes().forEach(slug -> needed.add(topics.stream(slug)));
      }
      return needed;
    }

    @Override
    public StreamsService start(
        String bootstrapServers, Path state, UnaryOperator<StreamsSettings> settings) {
      return Stage.CLASSIFIER.start(
          bootstrapServers, topics, state, settings, InstalledClassifiers.shipped(), streams);
    }
  }
}
