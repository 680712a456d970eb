package io.gistmill.classifier.chat;

import dev.langchain4j.exception.HttpException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Why a request brought no answer.
///
/// @param reason for people, with the mend where it is known
/// @param maybeCharged whether the service may charge for it all the same
record Failure(String reason, boolean maybeCharged) {

  private static final int MAX_WORDS = 150;
  private static final int MAX_DEPTH = 20;

  static Failure of(RuntimeException trouble) {
    Optional<HttpException> status = cause(trouble, HttpException.class);
    if (status.isPresent()) {
      return new Failure(words(status.get()), false);
    }
    return cause(trouble, NotReachedException.class)
        .map(gone -> new Failure(String.valueOf(gone.getMessage()), gone.maybeCharged()))
        .orElseGet(() -> new Failure("the service answered what is no chat completion", true));
  }

  private static <T> Optional<T> cause(Throwable trouble, Class<T> type) {
    Throwable at = trouble;
    for (int depth = 0; at != null && depth < MAX_DEPTH; depth++) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
      at = at.getCause();
    }
    return Optional.empty();
  }

  private static String words(HttpException e) {
    int status = e.statusCode();
    return "the service answered " + status + meaning(status, String.valueOf(e.getMessage()));
  }

  /// The service's own words help where the request is wrong; where the key is, they may show it.
  private static String meaning(int status, String body) {
    return switch (status) {
      case 401, 403 -> ": it does not accept the key; see token-file and token-env";
      case 404 -> ": it does not know the address or the model; see url and model" + words(body);
      case 400, 422 -> ": it does not accept the request" + words(body);
      case 402 -> ": the account there is empty";
      case 429 -> ": it was asked too often; set a smaller requests-per-minute";
      default -> status >= 500 ? ": it has troubles of its own" : "";
    };
  }

  private static String words(String body) {
    try {
      String message =
          JsonMapper.shared().readTree(body).path("error").path("message").asString("");
      String line = message.replaceAll("\\s+", " ").strip();
      String shown = line.length() <= MAX_WORDS ? line : line.substring(0, MAX_WORDS) + "...";
      return shown.isEmpty() ? "" : " (" + shown + ")";
    } catch (JacksonException e) {
      return "";
    }
  }
}
