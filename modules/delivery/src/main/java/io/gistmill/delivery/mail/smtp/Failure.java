package io.gistmill.delivery.mail.smtp;

import io.gistmill.delivery.Outcome;
import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What an exception means, for the one who can mend it.
final class Failure {

  private Failure() {}

  /// @param said what the server said last
  static Outcome of(Step step, Exception failure, Reply said) {
    if (failure instanceof AuthenticationFailedException) {
      return Verdict.destination(
          "the mail server refused to sign us in ("
              + (said.isNone() ? "no code" : said.code())
              + "); check mail.smtp.user and the password");
    }
    if (step == Step.CONNECT && !said.isNone() && !said.isDone()) {
      return Verdict.of(step, said);
    }
    return Verdict.noAnswer(step, words(failure));
  }

  private static String words(Exception failure) {
    Throwable root = root(failure);
    return switch (root) {
      case SSLException e ->
          "TLS failed: "
              + Reply.line(String.valueOf(e.getMessage()))
              + "; check mail.smtp.host, its certificate, and mail.smtp.security";
      case UnknownHostException _ -> "there is no such host; check mail.smtp.host";
      case ConnectException _ -> "nothing answers there; check mail.smtp.host and mail.smtp.port";
      case SocketTimeoutException _ -> "it did not answer in time";
      default -> other(String.valueOf(root.getMessage()));
    };
  }

  private static String other(String message) {
    return Reply.line(message)
        + (message.contains("STARTTLS") ? "; check mail.smtp.security and mail.smtp.port" : "");
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    @Nullable Throwable cause = root.getCause();
    while (cause != null && cause != root) {
      root = cause;
      cause = root.getCause();
    }
    return root;
  }
}
