package io.gistmill.gateway.subscribe;

import io.gistmill.domain.Contact.Endpoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All of what somebody has asked for and not confirmed yet. Stands in the link that confirms it,
/// and nowhere else.
///
/// @param at when it was asked for; names the subscription
/// @param email null for none
/// @param webhook null for none
public record SignUp(Instant at, @Nullable String email, @Nullable Webhook webhook, Wish wish) {

  /// @param proven when it met its challenge; null before
  public record Webhook(String url, Endpoint.Format format, @Nullable Instant proven) {}
}
