package io.gistmill.classifier.topology;

import io.gistmill.contracts.Topic;
import io.gistmill.domain.TaggedEvent;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/// Writes of a value only what stands in the topic.
final class Written {

  private Written() {}

  /// @return for writing only
  static <V> Serde<V> as(Topic<TaggedEvent> topic, Function<V, TaggedEvent> event) {
    Serializer<TaggedEvent> json = topic.values().serializer();
    return Serdes.serdeFrom(
        (name, value) -> json.serialize(name, event.apply(value)),
        (name, bytes) -> {
          throw new UnsupportedOperationException("this side only writes");
        });
  }
}
