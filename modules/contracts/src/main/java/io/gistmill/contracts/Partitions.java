package io.gistmill.contracts;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/// Which partition a key belongs to: the rule of Kafka's own clients, so that consumers outside
/// agree.
public final class Partitions {

  private Partitions() {}

  public static int of(String key, int partitions) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }
}
