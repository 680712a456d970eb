package io.gistmill.runtime.kafka;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.CommonClientConfigs;

/// How every client of a process reaches the cluster.
///
/// @param bootstrapServers `host:port`, several with commas
/// @param properties settings of Kafka's clients by their own names, such as those for TLS and
///   SASL; they win over everything else
public record KafkaConnection(String bootstrapServers, Map<String, String> properties) {

  public KafkaConnection {
    properties = Map.copyOf(properties);
  }

  /// Without TLS and SASL.
  public static KafkaConnection plain(String bootstrapServers) {
    return new KafkaConnection(bootstrapServers, Map.of());
  }

  /// Without the values of the properties, since passwords are among them.
  @Override
  public String toString() {
    return bootstrapServers + " with " + new TreeSet<>(properties.keySet());
  }

  /// Puts address and properties into the settings of one client.
  public Properties addTo(Properties settings) {
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.putAll(new TreeMap<>(properties));
    return settings;
  }
}
