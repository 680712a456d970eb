package io.gistmill.gateway.subscribe;

/// Gives the keys by which webhooks are signed.
@FunctionalInterface
public interface EndpointSecrets {

  /// @param generation from 1
  EndpointKeys keys(String subscriber, int generation);
}
