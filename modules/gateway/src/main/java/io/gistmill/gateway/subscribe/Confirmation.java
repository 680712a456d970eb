package io.gistmill.gateway.subscribe;

import io.gistmill.contracts.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a link for confirming carries: one of both.
record Confirmation(@Nullable SignUp signUp, @Nullable NewMailbox mailbox) {

  /// An address of e-mail for somebody who has subscribed already, or the same again after mails
  /// came back.
  record NewMailbox(String subscriber, String email, Instant at) {}

  String json() {
    return Json.MAPPER.writeValueAsString(this);
  }

  static Confirmation of(String json) {
    return Json.MAPPER.readValue(json, Confirmation.class);
  }
}
