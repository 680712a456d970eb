package io.gistmill.gateway.subscribe;

import io.gistmill.domain.Contact.Endpoint;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads sign-ups out of fields. Safe for all threads.
public final class SignUpReader {

  private final WishReader wishes;
  private final ZoneId zone;

  /// @param zone where none is given
  public SignUpReader(WishReader wishes, ZoneId zone) {
    this.wishes = wishes;
    this.zone = zone;
  }

  /// Where none is given.
  ZoneId zone() {
    return zone;
  }

  /// Of use only when there are no mistakes.
  public SignUp read(Fields given, Instant now, Mistakes mistakes) {
    String email = email(given, mistakes);
    SignUp.Webhook webhook = webhook(given, mistakes);
    if (given.text("email").orElse("").isEmpty() && given.text("webhook").orElse("").isEmpty()) {
      mistakes.add(
          "email", "Say where the digests shall go: an e-mail address, a webhook, or both.");
    }
    Wish wish = wishes.read(given, Wish.usual(zone), mistakes);
    return new SignUp(now.truncatedTo(ChronoUnit.MILLIS), email, webhook, wish);
  }

  /// What is wanted of a subscription that is there.
  public Wish change(Fields given, Wish present, Mistakes mistakes) {
    return wishes.read(given, present, mistakes);
  }

  static @Nullable String email(Fields given, Mistakes mistakes) {
    String text = given.text("email").orElse("");
    if (text.isEmpty()) {
      return null;
    }
    return Addresses.email(text)
        .orElseGet(
            () -> {
              mistakes.add("email", "This is no e-mail address; write it such as you@example.com.");
              return null;
            });
  }

  static SignUp.@Nullable Webhook webhook(Fields given, Mistakes mistakes) {
    String text = given.text("webhook").orElse("");
    Endpoint.Format format = format(given.text("format").orElse(""), mistakes);
    if (text.isEmpty()) {
      return null;
    }
    if (Addresses.url(text).isEmpty()) {
      mistakes.add(
          "webhook",
          "This is no address that can be posted to; write it such as https://example.com/hook.");
    }
    return new SignUp.Webhook(text, format, null);
  }

  private static Endpoint.Format format(String text, Mistakes mistakes) {
    if (text.isEmpty()) {
      return Endpoint.Format.STANDARD;
    }
    return Arrays.stream(Endpoint.Format.values())
        .filter(format -> format.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseGet(
            () -> {
              mistakes.add("format", "'" + text + "' is none of the formats " + formats() + ".");
              return Endpoint.Format.STANDARD;
            });
  }

  private static String formats() {
    return Arrays.stream(Endpoint.Format.values())
        .map(format -> format.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
