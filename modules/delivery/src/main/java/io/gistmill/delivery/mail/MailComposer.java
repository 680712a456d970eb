package io.gistmill.delivery.mail;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.mail.Composition.Mail;
import io.gistmill.delivery.mail.Composition.Unsendable;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Turns messages into mails: plain text, and the same as HTML; signed where there is a key.
///
/// The Message-ID is the digest's id at the domain of the sender, so that a mail that is sent again
/// can be told as the same. Safe for all threads.
public final class MailComposer {

  private final MailSender sender;
  private final MailToken tokens;
  private final @Nullable DkimSigner signer;
  private final MimeWriter writer;

  /// @param signer null for mails without a signature
  public MailComposer(
      MailSender sender, MailToken tokens, @Nullable DkimSigner signer, InstantSource clock) {
    this.sender = sender;
    this.tokens = tokens;
    this.signer = signer;
    this.writer = new MimeWriter(sender, clock);
  }

  /// @param address of whom it goes to, as it was confirmed
  public Composition compose(Message message, String address) {
    try {
      return compose(message, MailAddress.of(address));
    } catch (IllegalArgumentException e) {
      return new Unsendable(String.valueOf(e.getMessage()), true);
    }
  }

  private Composition compose(Message message, MailAddress to) {
    try {
      String token = tokens.of(HeaderText.id("the digest's id", message.id()));
      byte[] plain = writer.write(message, to, token);
      byte[] signed = signer == null ? plain : signer.sign(plain);
      return new Mail(token, sender.returnPath(tokens.shortOf(message.id())), to, signed);
    } catch (IllegalArgumentException e) {
      return new Unsendable(String.valueOf(e.getMessage()), false);
    }
  }
}
