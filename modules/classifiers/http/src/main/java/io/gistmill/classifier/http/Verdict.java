package io.gistmill.classifier.http;

import io.gistmill.web.Reply;
import java.time.Duration;
import java.util.Objects;

/// What the reply to one request means.
///
/// @param passing whether the same request may have another fate a moment later
/// @param retryAfter how long the service wants to be left alone at least
record Verdict(Exchanged result, boolean passing, Duration retryAfter) {

  static Verdict of(Reply reply) {
    return switch (reply) {
      case Reply.Answered answered when answered.status() == 200 ->
          new Verdict(new Exchanged.Answered(answered.body()), false, Duration.ZERO);
      case Reply.Answered answered ->
          failed(
              "the service answered " + answered.status() + meaning(answered.status()),
              passing(answered.status()),
              Objects.requireNonNullElse(answered.retryAfter(), Duration.ZERO));
      case Reply.Forbidden forbidden ->
          failed(
              forbidden.reason() + "; if the service is your own, set allow-private: true",
              false,
              Duration.ZERO);
      case Reply.Failed failed -> failed(failed.reason(), !failed.lasting(), Duration.ZERO);
    };
  }

  private static Verdict failed(String reason, boolean passing, Duration retryAfter) {
    return new Verdict(new Exchanged.Failed(reason), passing, retryAfter);
  }

  private static boolean passing(int status) {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  private static String meaning(int status) {
    return switch (status) {
      case 400, 422 -> ": it does not understand the request; does it speak version 1?";
      case 401, 403 -> ": it does not accept the token; see token-file, token-env, header, scheme";
      case 404, 405 -> ": it does not take posts at this address; see url";
      case 413 -> ": the request is too large for it; set a smaller batch";
      case 429 -> ": it was asked too often";
      default -> status / 100 == 3 ? ": it leads elsewhere; set url to where it leads" : "";
    };
  }

  /// @param attempts that were made
  Exchanged exchanged(int attempts) {
    return result instanceof Exchanged.Failed failed && attempts > 1
        ? new Exchanged.Failed(failed.reason() + " (asked " + attempts + " times)")
        : result;
  }
}
