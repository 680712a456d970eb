package io.gistmill.digest.mailroom;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.gistmill.digest.editorial.Retraction;
import java.time.Instant;
import java.util.List;

/// A digest that was made, and what is needed to make it again.
///
/// @param from start of its window
/// @param route that it showed
/// @param page key of what it showed
/// @param contentHash of the digest
/// @param owed what was owed from windows without a digest
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Issued(
    Instant from, String route, String page, String contentHash, List<Retraction> owed) {
  public Issued {
    owed = List.copyOf(owed);
  }
}
