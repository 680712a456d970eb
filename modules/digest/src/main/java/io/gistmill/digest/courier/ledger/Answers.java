package io.gistmill.digest.courier.ledger;

import io.gistmill.domain.Contact;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What peers said, fit for the ledger: addresses stand in `subscriptions` and nowhere else.
final class Answers {

  private static final int LONGEST = 300;

  private Answers() {}

  /// One line that is not too long.
  static String withoutAddresses(String answer, Contact contact) {
    String line = answer.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (contact.mailbox() != null) {
      line = without(line, contact.mailbox().address());
    }
    if (contact.endpoint() != null) {
      line = without(line, contact.endpoint().url());
    }
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + " ...";
  }

  private static String without(String line, String address) {
    return Pattern.compile(Pattern.quote(Objects.requireNonNull(address)), Pattern.CASE_INSENSITIVE)
        .matcher(line)
        .replaceAll(Matcher.quoteReplacement("the address"));
  }
}
