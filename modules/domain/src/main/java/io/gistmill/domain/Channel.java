package io.gistmill.domain;

/// A way by which digests go out.
public enum Channel {
  EMAIL,
  WEBHOOK
}
