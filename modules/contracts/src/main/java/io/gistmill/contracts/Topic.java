package io.gistmill.contracts;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/// One Kafka topic with everything that its readers and writers must agree on.
///
/// @param name as the broker knows it
/// @param partitions how many a new topic gets; fixed from then on
/// @param settings topic settings by Kafka's names
/// @param <V> what its values are; keys are text
public record Topic<V>(
    String name,
    Serde<String> keys,
    Serde<V> values,
    int partitions,
    Map<String, String> settings) {

  public Topic {
    if (partitions < 1) {
      throw new IllegalArgumentException(name + " needs at least one partition, not " + partitions);
    }
    settings = Map.copyOf(settings);
  }
}
