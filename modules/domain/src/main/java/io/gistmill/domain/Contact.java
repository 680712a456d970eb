package io.gistmill.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a subscriber is reached. Stands in `subscriptions` and nowhere else, so that one tombstone
/// forgets a person.
///
/// @param mailbox null without e-mail
/// @param endpoint null without webhook
public record Contact(@Nullable Mailbox mailbox, @Nullable Endpoint endpoint) {

  public static final Contact NONE = new Contact(null, null);

  /// An address of e-mail whose owner has confirmed that mails are wanted.
  ///
  /// @param confirmed when; a later confirmation lifts a suspension
  public record Mailbox(String address, Instant confirmed) {}

  /// An address to which digests are posted, after it has met a challenge.
  ///
  /// @param url http or https
  /// @param format what its receiver understands
  /// @param generation of its signing secret, from 1; secrets are derived and never stored
  /// @param rotated until when the secret before signs too; null when it no longer does
  /// @param confirmed when it met the challenge; a later one lifts a suspension
  public record Endpoint(
      String url, Format format, int generation, @Nullable Instant rotated, Instant confirmed) {

    public Endpoint {
      if (generation < 1) {
        throw new IllegalArgumentException(
            "a secret's generation counts from 1, not " + generation);
      }
    }

    /// Of a webhook's payload: Gistmill's own by Standard Webhooks, or what a chat service takes.
    public enum Format {
      STANDARD,
      SLACK,
      DISCORD,
      FEISHU,
      DINGTALK,
      WECOM
    }
  }
}
