package io.gistmill.domain;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A place on the network that is followed, as an operator asked for it.
///
/// @param id derived from the address; names the source in posts
/// @param type which kind of source reads it, such as `feed`
/// @param address where it is read, as it was when it was added
/// @param title what the source called itself when it was added
/// @param added what is much older than this is history
public record SourceDefinition(
    String id, String type, String address, @Nullable String title, Instant added) {

  public SourceDefinition {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a source needs an id");
    }
    Objects.requireNonNull(added, "added");
  }
}
