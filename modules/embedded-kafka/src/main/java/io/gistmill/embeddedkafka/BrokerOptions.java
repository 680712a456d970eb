package io.gistmill.embeddedkafka;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a start may ask of the broker.
///
/// @param port on 127.0.0.1; 0 takes any free one
/// @param settings by Kafka's names, over those that this module chooses; meant for the time limits
///   of transactions and sessions
public record BrokerOptions(int port, Map<String, String> settings) {

  public static final BrokerOptions DEFAULT = new BrokerOptions(0, Map.of());

  public BrokerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port lies between 0 and 65535, not at " + port);
    }
    settings = Map.copyOf(settings);
  }

  public BrokerOptions withPort(int wanted) {
    return new BrokerOptions(wanted, settings);
  }

  public BrokerOptions with(String setting, String value) {
    SortedMap<String, String> all = new TreeMap<>(settings);
    all.put(setting, value);
    return new BrokerOptions(port, all);
  }
}
