package io.gistmill.gateway.subscribe;

import io.gistmill.delivery.link.Opened;
import io.gistmill.delivery.link.Owner;
import io.gistmill.delivery.link.Purpose;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.Refusal;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.Objects;

/// Who asks, by the token that comes with a request.
sealed interface Access {

  /// May do everything.
  record Operator() implements Access {}

  /// May see and change what is theirs.
  record OfOwner(String subscriber) implements Access {}

  /// Has shown no token.
  record Anybody() implements Access {}

  /// @throws Refusal with status 401 when a token was shown that is worth nothing
  static Access of(Context context, ApiToken operator, Owners owners) {
    String header = Objects.requireNonNullElse(context.header(Header.AUTHORIZATION), "");
    if (header.isBlank()) {
      return new Anybody();
    }
    String token = header.replaceFirst("(?i)^Bearer +", "").strip();
    return switch (owners.open(Purpose.MANAGE, token)) {
      case Opened.Valid valid -> new OfOwner(Owner.of(valid).subscriber());
      case Opened.Expired expired -> throw unauthorized(context, expired.words());
      case Opened.Forged _ -> {
        operator.require(context);
        yield new Operator();
      }
    };
  }

  private static Refusal unauthorized(Context context, String words) {
    context.header("WWW-Authenticate", "Bearer realm=\"gistmill\"");
    return new Refusal(
        HttpStatus.UNAUTHORIZED,
        words,
        "send the header 'Authorization: Bearer TOKEN' with the token of a new link");
  }

  /// Whether the subscriber's things may be seen and changed.
  default boolean isFor(String subscriber) {
    return switch (this) {
      case Operator _ -> true;
      case OfOwner owner -> owner.subscriber().equals(subscriber);
      case Anybody _ -> false;
    };
  }
}
