package io.gistmill.runtime.service;

/// Why a group of services has come to its end.
public sealed interface End {

  /// Somebody asked for it.
  record Stopped() implements End {}

  /// A service died; the cause is in the log already.
  record Died(String service, Throwable cause) implements End {}
}
