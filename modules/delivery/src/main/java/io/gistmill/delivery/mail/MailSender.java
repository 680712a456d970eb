package io.gistmill.delivery.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/// From whom mails come.
///
/// @param address shown as sender; its domain is that of all ids
/// @param name shown beside it; empty for none
/// @param bounces where failures are sent; its `*` becomes the token of the mail, so that a failure
///   tells which mail it is about even when the report is mute; null for the sender's address
public record MailSender(MailAddress address, String name, @Nullable MailAddress bounces) {

  private static final int LONGEST_LOCAL = 64;
  private static final String PLACE = "*";

  /// @param from such as `Gistmill <digest@example.org>`, or an address alone
  /// @param bounces such as `bounces+*@example.org`, or null
  /// @throws IllegalArgumentException with what is wrong and how to mend it
  public static MailSender parse(String from, @Nullable String bounces) {
    try {
      InternetAddress[] parsed = InternetAddress.parse(from, false);
      if (parsed.length != 1 || parsed[0].isGroup()) {
        throw new IllegalArgumentException("the sender must be one address: " + from);
      }
      @Nullable String name = parsed[0].getPersonal();
      return new MailSender(
          own(parsed[0].getAddress()),
          name == null ? "" : HeaderText.line(name),
          bounces == null ? null : own(bounces));
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          "the sender '" + HeaderText.line(from) + "' is no address: " + e.getMessage(), e);
    }
  }

  private static MailAddress own(String text) {
    MailAddress address = MailAddress.of(text);
    if (address.international()) {
      throw new IllegalArgumentException(
          "the sender's address must be ASCII before the @, so that every server can answer: "
              + address);
    }
    return address;
  }

  /// The return path of one mail.
  String returnPath(String token) {
    if (bounces == null) {
      return address.toString();
    }
    String local = bounces.local().replace(PLACE, token);
    return local.length() <= LONGEST_LOCAL
        ? local + "@" + bounces.domain()
        : bounces.local().replace(PLACE, "mail") + "@" + bounces.domain();
  }

  String domain() {
    return address.domain();
  }
}
