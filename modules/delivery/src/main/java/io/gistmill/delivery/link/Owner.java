package io.gistmill.delivery.link;

import org.jspecify.annotations.Nullable;

/// Whom a link is for.
///
/// @param subscription null for all of the subscriber's
public record Owner(String subscriber, @Nullable String subscription) {

  private static final char BETWEEN = '|';

  /// As it stands in tokens.
  public String payload() {
    return subscription == null ? subscriber : subscriber + BETWEEN + subscription;
  }

  /// Reads what stands in a token for managing or unsubscribing.
  public static Owner of(Opened.Valid token) {
    int cut = token.payload().indexOf(BETWEEN);
    return cut < 0
        ? new Owner(token.payload(), null)
        : new Owner(token.payload().substring(0, cut), token.payload().substring(cut + 1));
  }
}
