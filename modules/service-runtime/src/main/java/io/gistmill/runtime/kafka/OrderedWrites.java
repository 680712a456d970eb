package io.gistmill.runtime.kafka;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// How everything that writes outside of a topology and without a transaction does so: each record
/// once, in order, acknowledged by all in-sync replicas, with keys as texts and values as bytes.
///
/// There is one request on its way to a broker at a time. Of several, a broker that has just been
/// started, or that has a topic for the first time, may turn the first away and take the second:
/// then it refuses the first until its producer gives up, and the record is lost. Records that wait
/// meanwhile go into one request, so that this costs nothing that could be measured.
public final class OrderedWrites {

  private OrderedWrites() {}

  /// The settings of one producer, a new object at each call.
  ///
  /// @param own settings of this producer by Kafka's names; they win over the common ones, and the
  ///   connection's properties over both
  public static Properties settings(KafkaConnection connection, Map<String, ?> own) {
    var settings = new Properties();
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.putAll(own);
    return connection.addTo(settings);
  }
}
