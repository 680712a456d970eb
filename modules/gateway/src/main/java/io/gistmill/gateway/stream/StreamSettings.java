package io.gistmill.gateway.stream;

import java.time.Duration;

/// @param connections how many readers at the same time
/// @param buffer how many entries wait for a slow reader
/// @param heartbeat after how much silence a comment is sent
public record StreamSettings(int connections, int buffer, Duration heartbeat) {

  public static final StreamSettings DEFAULT =
      new StreamSettings(200, 10_000, Duration.ofSeconds(15));

  public StreamSettings {
    if (connections < 1 || buffer < 1 || heartbeat.isNegative() || heartbeat.isZero()) {
      throw new IllegalArgumentException(
          "connections, buffer and heartbeat of the streams are above zero");
    }
  }
}
