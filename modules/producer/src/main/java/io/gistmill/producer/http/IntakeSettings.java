package io.gistmill.producer.http;

import java.time.Duration;
import java.time.ZoneId;

/// How much the intake takes at once.
///
/// @param maxBodyBytes of one request
/// @param maxPostBytes of one post as it stands in the request
/// @param maxPosts in one request
/// @param postsPerSecond of one client in the long run; a larger request is paid off afterwards
/// @param requestsAtOnce that are worked on at the same time, which bounds the memory they take
/// @param within how long Kafka has to acknowledge what a request holds
/// @param zone of dates that name none
public record IntakeSettings(
    int maxBodyBytes,
    int maxPostBytes,
    int maxPosts,
    int postsPerSecond,
    int requestsAtOnce,
    Duration within,
    ZoneId zone) {

  public IntakeSettings {
    atLeastOne("maxBodyBytes", maxBodyBytes);
    atLeastOne("maxPostBytes", maxPostBytes);
    atLeastOne("maxPosts", maxPosts);
    atLeastOne("postsPerSecond", postsPerSecond);
    atLeastOne("requestsAtOnce", requestsAtOnce);
    if (within.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("Kafka needs at least a second, not " + within);
    }
  }

  /// 5 MiB a request, 1 MiB a post, 10,000 posts a request, 1,000 posts a second, 10 seconds.
  public static IntakeSettings defaults(ZoneId zone) {
    return new IntakeSettings(5 << 20, 1 << 20, 10_000, 1_000, 32, Duration.ofSeconds(10), zone);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is at least 1, not " + value);
    }
  }
}
