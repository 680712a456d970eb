package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.Retraction;
import java.util.List;

/// What must be taken back in the next digest of a subscription, oldest first.
public record Owed(List<Retraction> retractions) {

  static final Owed NOTHING = new Owed(List.of());

  public Owed {
    retractions = List.copyOf(retractions);
  }
}
