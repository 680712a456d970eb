package io.gistmill.gateway.store;

import io.gistmill.domain.Delivery;
import java.time.Instant;
import java.util.List;

/// A digest that was made for somebody.
///
/// @param id of the digest
/// @param stories how many its window held
/// @param deliveries one for each way by which it goes; none for a digest that only pages show
public record SentDigest(
    String id,
    String subscriber,
    String subscription,
    Place place,
    Instant cut,
    int stories,
    List<Delivery> deliveries) {

  public SentDigest {
    deliveries = List.copyOf(deliveries);
  }

  /// Where it stands in the topic of digests.
  public record Place(int partition, long offset) {}
}
