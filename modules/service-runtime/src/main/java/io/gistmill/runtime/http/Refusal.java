package io.gistmill.runtime.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/// A request that is not done; thrown by a handler, and answered in JSON below `/api`, in plain
/// text elsewhere.
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String error;
  private final String mend;

  /// @param error what is wrong
  /// @param mend what the caller can do about it
  public Refusal(HttpStatus status, String error, String mend) {
    super(error + "; " + mend);
    this.status = status.getCode();
    this.error = error;
    this.mend = mend;
  }

  /// Puts status and text into the answer.
  public void answer(Context context) {
    answer(context, status, error, mend);
  }

  static void answer(Context context, int status, String error, String mend) {
    context.status(status);
    if (isApi(context)) {
      Map<String, String> body = new LinkedHashMap<>();
      body.put("error", error);
      body.put("mend", mend);
      context.contentType("application/json").result(HttpJson.write(body));
    } else {
      context.contentType("text/plain; charset=utf-8").result(error + "\n" + mend + "\n");
    }
  }

  private static boolean isApi(Context context) {
    return context.path().startsWith("/api/") || context.path().equals("/api");
  }
}
