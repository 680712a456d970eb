package io.gistmill.classifier.topology;

import io.gistmill.contracts.Topics;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/// The Kafka topic of each record's live stream.
final class StreamName implements TopicNameExtractor<String, Routed> {

  private final Topics topics;

  StreamName(Topics topics) {
    this.topics = topics;
  }

  @Override
  public String extract(String key, Routed routed, RecordContext context) {
    return topics.stream(routed.slug()).name();
  }

  /// Stands in the description of the topology.
  @Override
  public String toString() {
    return topics.stream("<slug>").name();
  }
}
