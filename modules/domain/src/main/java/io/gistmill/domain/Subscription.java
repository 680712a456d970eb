package io.gistmill.domain;

import java.time.ZoneId;

/// What one subscriber wants to read, and when.
///
/// @param id unique, letters, digits, `.` and `-`
/// @param subscriber the person; the key by which subscriptions and digests are partitioned
/// @param route a topic's slug, or [#ALL]
/// @param zone the zone in which the cadence is meant
/// @param maxItems how many stories a digest shows at the most; the rest is counted
public record Subscription(
    String id, String subscriber, String route, Cadence cadence, ZoneId zone, int maxItems) {

  /// The route of every post.
  public static final String ALL = "all";

  public Subscription {
    if (!id.matches("[A-Za-z0-9.-]+")) {
      throw new IllegalArgumentException(
          "a subscription's id holds letters, digits, '.' and '-', unlike: " + id);
    }
    if (maxItems < 1) {
      throw new IllegalArgumentException("a digest shows at least one story, not " + maxItems);
    }
  }
}
