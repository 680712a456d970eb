package io.gistmill.delivery.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/// An address of e-mail (RFC 5321, and RFC 6531 for what is not ASCII).
///
/// Taken are dots and atoms, such as `a.b+c@example.org`. Quoted local parts and addresses of
/// machines in brackets are refused: hardly anyone has them, and they are where injections hide.
///
/// @param local before the `@`
/// @param domain as A-labels, in lower case
public record MailAddress(String local, String domain) {

  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST = 254;
  private static final String ATOM = "[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");

  /// Letters that the older rules, which Java knows, turn into others: another domain would be
  /// meant.
  private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς\u200C\u200D]");

  /// Reads an address as people type it.
  ///
  /// @throws IllegalArgumentException with what is wrong and how to mend it
  public static MailAddress of(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1) {
      throw new IllegalArgumentException(
          "'" + HeaderText.line(text) + "' is no address: it needs a name, an @ and a domain");
    }
    var address = new MailAddress(local(text.substring(0, at)), domain(text.substring(at + 1)));
    if (address.bytes() > LONGEST) {
      throw new IllegalArgumentException("an address has " + LONGEST + " bytes at the most");
    }
    return address;
  }

  /// The domain of an address, even of one that is refused for its other half.
  public static String domainOf(String text) {
    String typed = text.substring(text.lastIndexOf('@') + 1);
    try {
      return domain(typed);
    } catch (IllegalArgumentException _) {
      return HeaderText.line(typed).toLowerCase(Locale.ROOT);
    }
  }

  private static String local(String local) {
    if (HeaderText.bytes(local) > LONGEST_LOCAL) {
      throw new IllegalArgumentException(
          "the part before the @ has " + LONGEST_LOCAL + " bytes at the most");
    }
    if (!LOCAL.matcher(local).matches()) {
      throw new IllegalArgumentException(
          "'"
              + HeaderText.line(local)
              + "' cannot stand before the @: letters, digits, single dots and a few signs can,"
              + " blanks, quotes and line breaks cannot");
    }
    return local;
  }

  private static String domain(String domain) {
    if (AMBIGUOUS.matcher(domain).find()) {
      throw new IllegalArgumentException(
          "the domain has a letter that programs read differently: write it in its form that"
              + " begins with xn--");
    }
    try {
      String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      if (!ascii.isEmpty() && !ascii.endsWith(".")) {
        return ascii;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(wrongDomain(domain), e);
    }
    throw new IllegalArgumentException(wrongDomain(domain));
  }

  private static String wrongDomain(String domain) {
    return "'"
        + HeaderText.line(domain)
        + "' is no domain: it needs a name such as example.org, without brackets or blanks";
  }

  /// Whether only servers that know SMTPUTF8 can take it.
  public boolean international() {
    return !HeaderText.isAscii(local);
  }

  private int bytes() {
    return HeaderText.bytes(toString());
  }

  @Override
  public String toString() {
    return local + "@" + domain;
  }
}
