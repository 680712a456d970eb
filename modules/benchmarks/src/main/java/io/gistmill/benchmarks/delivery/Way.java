package io.gistmill.benchmarks.delivery;

import io.gistmill.domain.Channel;

/// How far a message goes in a measurement, from nowhere to its receiver: the difference of two is
/// the cost of a step.
enum Way {
  MAIL_LEDGER("mails: ledger and composing alone", Channel.EMAIL),
  MAIL_MIME("... made a mail", Channel.EMAIL),
  MAIL_SIGNED("... and signed by DKIM", Channel.EMAIL),
  MAIL_SENT("... not signed, but sent by SMTP", Channel.EMAIL),
  MAIL_SIGNED_SENT("... signed and sent by SMTP", Channel.EMAIL),
  HOOK_LEDGER("webhooks: ledger and composing alone", Channel.WEBHOOK),
  HOOK_SIGNED("... made a post and signed", Channel.WEBHOOK),
  HOOK_SENT("... and posted", Channel.WEBHOOK);

  private final String words;
  private final Channel channel;

  Way(String words, Channel channel) {
    this.words = words;
    this.channel = channel;
  }

  Channel channel() {
    return channel;
  }

  @Override
  public String toString() {
    return words;
  }
}
