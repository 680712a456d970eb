package io.gistmill.web;

import java.io.IOException;
import java.io.Serial;

/// A connection was not made, since the guard forbids it.
final class RefusedAddressException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final String address;
  private final String refusal;

  RefusedAddressException(String address, String refusal) {
    super(address + " is not fetched from: " + refusal);
    this.address = address;
    this.refusal = refusal;
  }

  String address() {
    return address;
  }

  /// Why the guard forbids it.
  String refusal() {
    return refusal;
  }
}
