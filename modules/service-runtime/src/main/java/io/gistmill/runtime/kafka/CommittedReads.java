package io.gistmill.runtime.kafka;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// How everything that reads topics outside of a topology does so: it sees what is committed and
/// nothing else, takes keys as texts and values as bytes, begins where the log begins unless it is
/// told a place, and commits no offset by itself.
public final class CommittedReads {

  private CommittedReads() {}

  /// The settings of one consumer, a new object at each call.
  ///
  /// @param own settings of this consumer by Kafka's names; they win over the common ones, and the
  ///   connection's properties over both
  public static Properties settings(KafkaConnection connection, Map<String, ?> own) {
    var settings = new Properties();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.putAll(own);
    return connection.addTo(settings);
  }
}
