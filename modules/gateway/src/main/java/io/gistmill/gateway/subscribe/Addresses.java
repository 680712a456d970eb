package io.gistmill.gateway.subscribe;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses that somebody typed.
final class Addresses {

  private static final int LONGEST_MAIL = 254;
  private static final int LONGEST_URL = 1_000;
  private static final Pattern LOCAL_PART =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");

  private Addresses() {}

  /// An address of e-mail (RFC 5321), its domain in lower case and in ASCII.
  ///
  /// @return empty when it is none, or needs more than every mail server knows
  static Optional<String> email(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1
        || text.length() > LONGEST_MAIL
        || !LOCAL_PART.matcher(text.substring(0, at)).matches()) {
      return Optional.empty();
    }
    try {
      String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      var address =
          new InternetAddress(text.substring(0, at + 1) + domain.toLowerCase(Locale.ROOT), true);
      return domain.isEmpty() ? Optional.empty() : Optional.of(address.getAddress());
    } catch (AddressException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// An address that can be posted to. Where it leads is checked when it is used.
  static Optional<String> url(String text) {
    try {
      URI url = new URI(text);
      boolean isWeb =
          "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
      return isWeb
              && url.getHost() != null
              && url.getUserInfo() == null
              && text.length() <= LONGEST_URL
          ? Optional.of(text)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
