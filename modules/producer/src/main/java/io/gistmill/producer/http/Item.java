package io.gistmill.producer.http;

import tools.jackson.databind.JsonNode;

/// One of the things that a request holds, in its order.
sealed interface Item {

  record Sound(JsonNode tree) implements Item {}

  /// @param reason what is wrong, and the mend
  record Damaged(String reason) implements Item {}
}
