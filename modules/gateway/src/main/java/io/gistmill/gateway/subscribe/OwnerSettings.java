package io.gistmill.gateway.subscribe;

import io.gistmill.delivery.MasterKey;
import io.gistmill.runtime.http.ApiToken;
import java.net.URI;

/// What the pages and the API of owners need of the rest of Gistmill.
///
/// @param key signs links, and names people
/// @param url the public address of the pages
/// @param behindProxy whether a proxy says, last in `X-Forwarded-For`, whom it asks for
/// @param operator may do everything, and without confirmation
public record OwnerSettings(
    MasterKey key,
    URI url,
    boolean behindProxy,
    ApiToken operator,
    Letters letters,
    EndpointProof proof,
    EndpointSecrets secrets) {}
