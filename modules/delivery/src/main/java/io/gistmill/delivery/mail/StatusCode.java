package io.gistmill.delivery.mail;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An enhanced status code (RFC 3463): class, subject, detail, such as `5.1.1`.
///
/// @param type 2 done, 4 later, 5 never
public record StatusCode(int type, int subject, int detail) {

  private static final Pattern CODE =
      Pattern.compile("(?<![0-9.])([245])\\.([0-9]{1,3})\\.([0-9]{1,3})(?![0-9.])");

  private static final int ADDRESSING = 1;
  private static final int MAILBOX = 2;
  private static final int NETWORK = 4;

  /// Of addressing: those that are about the sender's address.
  private static final Set<Integer> OF_SENDER = Set.of(7, 8);

  private static final int DISABLED = 1;
  private static final int UNROUTABLE = 4;

  /// The first one in a text.
  public static Optional<StatusCode> find(String text) {
    Matcher found = CODE.matcher(text);
    return found.find()
        ? Optional.of(new StatusCode(number(found, 1), number(found, 2), number(found, 3)))
        : Optional.empty();
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  /// Whether it says that nothing will ever reach the address: there is no such mailbox or domain,
  /// or it is closed. Full mailboxes, large mails and policies (what the other side thinks of us)
  /// do not say so.
  public boolean endsAddress() {
    return type == 5
        && switch (subject) {
          case ADDRESSING -> !OF_SENDER.contains(detail);
          case MAILBOX -> detail == DISABLED;
          case NETWORK -> detail == UNROUTABLE;
          default -> false;
        };
  }

  /// Whether the sender's address is at fault.
  public boolean blamesSender() {
    return subject == ADDRESSING && OF_SENDER.contains(detail);
  }

  @Override
  public String toString() {
    return type + "." + subject + "." + detail;
  }
}
