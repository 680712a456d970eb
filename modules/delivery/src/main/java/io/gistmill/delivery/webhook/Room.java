package io.gistmill.delivery.webhook;

import java.util.List;
import java.util.function.ToIntFunction;

/// Drops whole parts from the end until the rest fits.
final class Room {

  private Room() {}

  /// The first parts that fit together.
  ///
  /// @param size of one part, in the unit of `room`
  static <T> List<T> fill(List<T> parts, ToIntFunction<T> size, int room) {
    int left = room;
    for (int i = 0; i < parts.size(); i++) {
      left -= size.applyAsInt(parts.get(i));
      if (left < 0) {
        return parts.subList(0, i);
      }
    }
    return parts;
  }
}
