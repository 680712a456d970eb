package io.gistmill.delivery.mail.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPMessage;

/// The inbox of an account on an IMAP server, by TLS. Handled mails lie in its folder
/// `Gistmill-handled`.
public final class ImapMailbox implements BounceMailbox {

  private static final int LARGEST = 1 << 20;
  private static final int MOST = 1_000;
  private static final String HANDLED = "Gistmill-handled";
  private static final String TIME = "30000";

  private final Account account;
  private final Session session;

  /// @param port mostly 993
  /// @param password read anew for each visit, and never logged
  public record Account(String host, int port, String user, Supplier<char[]> password) {

    @Override
    public String toString() {
      return "Account[host=" + host + ", user=" + user + ", password=hidden]";
    }
  }

  /// @param trust decides which certificates are good; the host name is checked too
  public ImapMailbox(Account account, SSLSocketFactory trust) {
    this.account = account;
    var values = new Properties();
    values.setProperty("mail.imaps.ssl.checkserveridentity", "true");
    values.put("mail.imaps.ssl.socketFactory", trust);
    // Otherwise a certificate that was refused is tried with what Java trusts.
    values.setProperty("mail.imaps.socketFactory.fallback", "false");
    values.setProperty("mail.imaps.connectiontimeout", TIME);
    values.setProperty("mail.imaps.timeout", TIME);
    values.setProperty("mail.imaps.writetimeout", TIME);
    // Reports are read a part at a time, and never marked as read.
    values.setProperty("mail.imaps.peek", "true");
    this.session = Session.getInstance(values);
  }

  @Override
  public int take(Taker taker) throws IOException {
    try (Store store = session.getStore("imaps")) {
      store.connect(account.host(), account.port(), account.user(), password());
      return take(store, taker);
    } catch (MessagingException e) {
      throw new IOException(
          "the mailbox for bounces at " + account.host() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private String password() {
    char[] password = account.password().get();
    try {
      return new String(password);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static int take(Store store, Taker taker) throws MessagingException, IOException {
    Folder handled = handled(store);
    try (Folder inbox = store.getFolder("INBOX")) {
      inbox.open(Folder.READ_WRITE);
      int last = Math.min(MOST, inbox.getMessageCount());
      int taken = 0;
      for (Message message : last == 0 ? new Message[0] : inbox.getMessages(1, last)) {
        taken += take(message, inbox, handled, taker) ? 1 : 0;
      }
      return taken;
    }
  }

  private static Folder handled(Store store) throws MessagingException {
    Folder handled = store.getFolder(HANDLED);
    if (!handled.exists() && !handled.create(Folder.HOLDS_MESSAGES)) {
      throw new MessagingException("the folder " + HANDLED + " cannot be made");
    }
    return handled;
  }

  /// Copied and marked one by one; the marked ones go when the inbox is closed, and are left out
  /// when a crash comes before that.
  private static boolean take(Message message, Folder inbox, Folder handled, Taker taker)
      throws MessagingException, IOException {
    if (message.isSet(Flags.Flag.DELETED)) {
      return false;
    }
    taker.take("imap-" + message.getMessageNumber(), bytes(message));
    inbox.copyMessages(new Message[] {message}, handled);
    message.setFlag(Flags.Flag.DELETED, true);
    return true;
  }

  private static byte[] bytes(Message message) throws MessagingException, IOException {
    try (InputStream mail = ((IMAPMessage) message).getMimeStream()) {
      return mail.readNBytes(LARGEST);
    }
  }
}
