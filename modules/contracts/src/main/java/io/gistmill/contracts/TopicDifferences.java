package io.gistmill.contracts;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;

/// In what a topic on the cluster differs from the catalogue, with the mend of each difference.
final class TopicDifferences {

  private TopicDifferences() {}

  static Stream<String> of(Topic<?> topic, int partitions, Config settings) {
    return Stream.concat(
        Stream.of(partitions)
            .filter(found -> found != topic.partitions())
            .map(found -> partitions(topic, found)),
        new TreeMap<>(topic.settings())
            .entrySet().stream()
                .filter(wanted -> !wanted.getValue().equals(value(settings, wanted.getKey())))
                .map(wanted -> setting(topic, wanted, value(settings, wanted.getKey()))));
  }

  private static String partitions(Topic<?> topic, int found) {
    return "topic "
        + topic.name()
        + " has "
        + found
        + " partitions, but "
        + topic.partitions()
        + " are configured; partition counts are fixed: configure "
        + found
        + ", or choose another prefix and replay into new topics";
  }

  private static String setting(Topic<?> topic, Map.Entry<String, String> wanted, String found) {
    return "topic "
        + topic.name()
        + " has "
        + wanted.getKey()
        + "="
        + found
        + ", but it must be "
        + wanted.getValue()
        + "; set it with: kafka-configs --alter --entity-type topics --entity-name "
        + topic.name()
        + " --add-config "
        + wanted.getKey()
        + "="
        + wanted.getValue();
  }

  private static String value(Config settings, String name) {
    ConfigEntry entry = settings.get(name);
    return entry == null || entry.value() == null ? "(nothing)" : entry.value();
  }
}
