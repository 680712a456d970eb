package io.gistmill.delivery.webhook;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Reach;
import io.gistmill.web.Reply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a status of HTTP means for a delivery: only 2xx is success, 410 ends it, all else is tried
/// again.
final class Statuses {

  /// Longest rest that a peer may ask for.
  private static final Duration LONGEST = Duration.ofHours(24);

  private Statuses() {}

  /// @param limited what a 429 of this peer concerns
  static Outcome outcome(Reply.Answered answered, String host, Reach limited) {
    int status = answered.status();
    String words = host + " answered " + status + meaning(status);
    return switch (status) {
      case 410 -> new Outcome.Refused(words, true);
      case 429 -> new Outcome.Deferred(words, rest(answered), limited);
      case 502, 503, 504 -> new Outcome.Deferred(words, rest(answered), Reach.DESTINATION);
      default ->
          isSuccess(answered)
              ? new Outcome.Accepted(words)
              : new Outcome.Deferred(words, null, Reach.MESSAGE);
    };
  }

  static boolean isSuccess(Reply.Answered answered) {
    return answered.status() / 100 == 2;
  }

  static @Nullable Duration rest(Reply.Answered answered) {
    Duration asked = answered.retryAfter();
    return asked == null || asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
  }

  private static String meaning(int status) {
    return switch (status) {
      case 401, 403 -> ": it does not let us post to this address";
      case 404 -> ": there is nothing at this address";
      case 405 -> ": it takes no posts at this address";
      case 410 -> ": the address is gone for good";
      case 413 -> ": it takes no body of this size";
      case 429 -> ": it was asked too often";
      default ->
          switch (status / 100) {
            case 3 -> ": redirects are not followed; give the address to which it leads";
            case 5 -> ": it has troubles of its own";
            default -> "";
          };
    };
  }
}
