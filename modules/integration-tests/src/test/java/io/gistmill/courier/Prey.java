package io.gistmill.courier;

/// A process that can be killed.
enum Prey {
  COURIER,
  MAILROOM,
  BROKER
}
