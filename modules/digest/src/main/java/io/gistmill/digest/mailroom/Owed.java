package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.Retraction;
import java.time.Instant;
import java.util.List;

/// What must be taken back in the next digest of a subscription, oldest first.
public record Owed(List<Retraction> retractions) {

  static final Owed NOTHING = new Owed(List.of());

  public Owed {
    retractions = List.copyOf(retractions);
  }

  /// Those whose words stand in a quarter-hour from then on: older ones may have left the copy of
  /// the stories.
  Owed since(Instant earliest) {
    return new Owed(
        retractions.stream()
            .filter(taken -> !taken.withdrawal().said().bucket().isBefore(earliest))
            .toList());
  }
}
