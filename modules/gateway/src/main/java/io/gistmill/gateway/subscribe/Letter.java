package io.gistmill.gateway.subscribe;

import java.net.URI;

/// One mail about a subscription itself, with one thing to do.
///
/// @param id letters, digits, `.` and `-`; the same in every attempt
/// @param address of e-mail
/// @param opening what it is about
/// @param action what the link does, as a button says it
/// @param closing what to do when it was not asked for
public record Letter(
    String id,
    String address,
    String subject,
    String opening,
    String action,
    URI link,
    String closing) {

  /// All of it, to be read as it is.
  public String text() {
    return opening + "\n\n" + action + ":\n" + link + "\n\n" + closing + "\n";
  }

  /// Without the address and the link, which are secrets.
  @Override
  public String toString() {
    return "Letter[" + id + "]";
  }
}
