package io.gistmill.delivery.mail.smtp;

import io.gistmill.delivery.Outcome;
import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// What an exception means, for the one who can mend it.
final class Failure {

  private static final int DEEPEST = 20;

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
    return Verdict.noAnswer(step, words(step, failure));
  }

  private static String words(Step step, Exception failure) {
    List<Throwable> causes = causes(failure);
    Throwable root = causes.getLast();
    return switch (root) {
      case UnknownHostException _ -> "there is no such host; check mail.smtp.host";
      case ConnectException _ -> "nothing answers there; check mail.smtp.host and mail.smtp.port";
      case SocketTimeoutException _ -> "it did not answer in time";
      case Throwable _ when step == Step.CONNECT && isTls(causes) ->
          "TLS failed: "
              + line(root)
              + "; check mail.smtp.host, its certificate and mail.smtp.security";
      default -> line(root) + mend(root);
    };
  }

  private static boolean isTls(List<Throwable> causes) {
    return causes.stream().anyMatch(SSLException.class::isInstance);
  }

  private static String line(Throwable failure) {
    return Reply.line(String.valueOf(failure.getMessage()));
  }

  private static String mend(Throwable failure) {
    return line(failure).contains("STARTTLS")
        ? "; check mail.smtp.security and mail.smtp.port"
        : "";
  }

  private static List<Throwable> causes(Throwable failure) {
    return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST)
        .toList();
  }
}
