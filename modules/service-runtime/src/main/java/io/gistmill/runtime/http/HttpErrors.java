package io.gistmill.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers to what went wrong; none shows a trace or the name of a class. Part of every
/// [HttpEndpoint].
///
/// @param bodyLimit in bytes, for the text of an answer
public record HttpErrors(long bodyLimit) implements HttpRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(HttpErrors.class);

  @Override
  public void addTo(RoutesConfig routes) {
    routes.exception(Refusal.class, (refusal, context) -> refusal.answer(context));
    routes.exception(HttpResponseException.class, this::refused);
    routes.exception(Exception.class, HttpErrors::bug);
  }

  /// What Javalin itself refuses.
  private void refused(HttpResponseException response, Context context) {
    int status = response.getStatus();
    switch (HttpStatus.forStatus(status)) {
      case NOT_FOUND -> Refusal.answer(context, status, "there is nothing here", "check the path");
      case METHOD_NOT_ALLOWED ->
          Refusal.answer(
              context,
              status,
              "this path does not take " + context.method().name(),
              "use another method");
      case CONTENT_TOO_LARGE ->
          Refusal.answer(
              context,
              status,
              "the body has more than " + bodyLimit + " bytes",
              "send it in smaller parts");
      default ->
          Refusal.answer(
              context,
              status,
              Objects.requireNonNullElse(response.getMessage(), "the request was refused"),
              "mend the request and send it again");
    }
  }

  private static void bug(Exception cause, Context context) {
    LOG.error("request failed method={} path={}", context.method(), context.path(), cause);
    Refusal.answer(
        context,
        HttpStatus.INTERNAL_SERVER_ERROR.getCode(),
        "the request failed by a fault of the server",
        "see the server's log");
  }
}
