package io.gistmill.gateway.subscribe;

import io.gistmill.delivery.MasterKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/// Names of people that say nothing about them to whoever has not the key: derived from where they
/// are reached.
final class SubscriberIds {

  private static final int BYTES = 12;
  private static final int RADIX = 36;

  private final MasterKey key;

  SubscriberIds(MasterKey key) {
    this.key = key;
  }

  /// @param email in any case
  String ofMailbox(String email) {
    return of(email.toLowerCase(Locale.ROOT));
  }

  /// @param url of a webhook, as it was given
  String ofEndpoint(String url) {
    return of(url);
  }

  private String of(String contact) {
    byte[] derived = key.derive("subscriber", contact);
    return "u-" + HexFormat.of().formatHex(Arrays.copyOf(derived, BYTES));
  }

  /// Of a sign-up: the same one, confirmed twice, is one subscription.
  static String subscription(String subscriber, Instant signUp) {
    return subscriber + "." + Long.toString(signUp.toEpochMilli(), RADIX);
  }
}
