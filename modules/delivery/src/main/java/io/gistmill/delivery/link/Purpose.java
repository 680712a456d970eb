package io.gistmill.delivery.link;

import java.time.Duration;
import java.util.Locale;

/// What a link is good for. A link of one purpose opens nothing of another: each has a key of its
/// own.
public enum Purpose {
  /// Confirms a sign-up, which travels in the link as a whole.
  CONFIRM("confirm", Duration.ofHours(48)),
  /// Opens the page on which owners see and change what they get.
  MANAGE("manage", Duration.ofDays(60)),
  /// Ends one subscription. Outlives the mails in which it stands by far.
  UNSUBSCRIBE("u", Duration.ofDays(400)),
  /// Shows one digest as a page.
  WEB("d", Duration.ofDays(60));

  private final String path;
  private final Duration validity;

  Purpose(String path, Duration validity) {
    this.path = path;
    this.validity = validity;
  }

  /// The first part of its path, without slashes.
  public String path() {
    return path;
  }

  /// For how long a link holds from the instant at which it was made.
  public Duration validity() {
    return validity;
  }

  /// As it stands in tokens.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
