package io.gistmill.gateway.subscribe;

/// The secrets by which webhooks are signed, as receivers need them.
@FunctionalInterface
public interface EndpointSecrets {

  /// @param generation from 1
  String secret(String subscriber, int generation);
}
