package io.gistmill.gateway.subscribe;

/// By which a webhook is signed, as its receiver needs it.
///
/// @param secret for signatures of version `v1`: `whsec_` and base64
/// @param publicKey for signatures of version `v1a`, no secret: `whpk_` and base64
public record EndpointKeys(String secret, String publicKey) {}
