package io.gistmill.delivery.mail.smtp;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Accepted;
import io.gistmill.delivery.Outcome.Deferred;
import io.gistmill.delivery.Outcome.Reach;
import io.gistmill.delivery.Outcome.Refused;
import java.util.Set;
import java.util.regex.Pattern;

/// What an answer means for the mail (RFC 5321, section 4.2; RFC 3463).
///
/// Only what is plainly the address's fault suspends it. Faults of ours (no sign-in, an unknown
/// sender) are put off until the operator has mended them.
final class Verdict {

  /// No such mailbox, moved away, no such name.
  private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

  /// Sign in first; wrong password; too weak a way to sign in.
  private static final Set<Integer> SIGN_IN = Set.of(530, 534, 535, 538);

  private static final Set<Integer> TOO_LARGE = Set.of(552, 554);

  /// A server that does not know us says so at the recipient, some without an enhanced code.
  private static final Pattern RELAY = Pattern.compile("\\brelay(ing)?\\b", CASE_INSENSITIVE);

  private static final int CLOSING = 421;

  private Verdict() {}

  /// @param reply to what was sent last at this step, the mail's end included
  static Outcome of(Step step, Reply reply) {
    if (reply.isNone()) {
      return noAnswer(step, reply.text());
    }
    if (step == Step.END && reply.isDone()) {
      return new Accepted(reply.text());
    }
    if (reply.code() == CLOSING || SIGN_IN.contains(reply.code()) || step == Step.CONNECT) {
      return destination(reply.text() + mend(reply));
    }
    if (reply.isLater()) {
      return new Deferred(reply.text(), null, Reach.MESSAGE);
    }
    return reply.isNever() ? never(step, reply) : destination("unexpected: " + reply.text());
  }

  private static String mend(Reply reply) {
    return SIGN_IN.contains(reply.code()) ? "; check mail.smtp.user and the password" : "";
  }

  private static Outcome never(Step step, Reply reply) {
    return switch (step) {
      case CONNECT, SENDER -> sender(reply);
      case RECIPIENT -> recipient(reply);
      case CONTENT, END -> new Refused(reply.text(), endsAddress(reply));
    };
  }

  private static Outcome recipient(Reply reply) {
    if (blamesSender(reply)) {
      return sender(reply);
    }
    return RELAY.matcher(reply.text()).find()
        ? destination(
            reply.text() + "; the server carries no mails on for us: check mail.smtp.user")
        : new Refused(reply.text(), noMailbox(reply));
  }

  private static Outcome sender(Reply reply) {
    return TOO_LARGE.contains(reply.code())
        ? new Refused(reply.text(), false)
        : destination(reply.text() + "; the server does not take mail.from as sender");
  }

  private static boolean blamesSender(Reply reply) {
    return reply.status().filter(code -> code.blamesSender()).isPresent();
  }

  private static boolean endsAddress(Reply reply) {
    return reply.status().filter(code -> code.endsAddress()).isPresent();
  }

  /// The enhanced code knows better: many servers say 550 for policy too.
  private static boolean noMailbox(Reply reply) {
    return reply.status().map(code -> code.endsAddress()).orElse(NO_MAILBOX.contains(reply.code()));
  }

  /// Without an answer that can be understood.
  static Outcome noAnswer(Step step, String what) {
    return step == Step.END
        ? destination("no answer after the end of the mail: the server may have it; " + what)
        : destination("the connection failed: " + what);
  }

  /// There is a password, and no encryption to send it under.
  static Outcome unencrypted() {
    return destination(
        "the mail server offers no STARTTLS, and the password is not sent in the clear; check"
            + " mail.smtp.security and mail.smtp.port");
  }

  static Outcome destination(String answer) {
    return new Deferred(answer, null, Reach.DESTINATION);
  }
}
