package io.gistmill.digest.courier;

import io.gistmill.delivery.Message;

/// What came of making a message of a delivery.
sealed interface Composition {

  record Ready(Message message) implements Composition {}

  /// What it needs is not here yet.
  record Later(String reason) implements Composition {}

  /// What it needs is gone for good.
  record Never(String reason) implements Composition {}
}
