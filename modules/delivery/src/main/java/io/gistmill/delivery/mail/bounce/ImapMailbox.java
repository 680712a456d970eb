package io.gistmill.delivery.mail.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The inbox of an account on an IMAP server. Handled mails lie in its folder `Gistmill-handled`.
/// One that cannot be read stays, and a line in the log names it.
public final class ImapMailbox implements BounceMailbox {

  private static final Logger LOG = LoggerFactory.getLogger(ImapMailbox.class);
  private static final int LARGEST = 1 << 20;
  private static final int MOST = 1_000;
  private static final int AT_ONCE = 20;
  private static final String HANDLED = "Gistmill-handled";
  private static final String TIME = "30000";

  private final Account account;
  private final Session session;

  /// How the connection is kept from others.
  public enum Encryption {
    /// From the first byte; mostly port 993.
    TLS,
    /// After the greeting, and never without; mostly port 143.
    STARTTLS,
    /// In the clear: for a server on the same machine.
    NONE
  }

  /// @param password read anew for each visit, and never logged
  public record Account(
      String host, int port, Encryption encryption, String user, Supplier<char[]> password) {

    String protocol() {
      return encryption == Encryption.TLS ? "imaps" : "imap";
    }

    @Override
    public String toString() {
      return "Account[host=" + host + ", user=" + user + ", password=hidden]";
    }
  }

  /// @param trust decides which certificates are good; the host name is checked too
  public ImapMailbox(Account account, SSLSocketFactory trust) {
    this.account = account;
    String prefix = "mail." + account.protocol() + ".";
    var values = new Properties();
    values.setProperty(prefix + "ssl.checkserveridentity", "true");
    values.put(prefix + "ssl.socketFactory", trust);
    // Otherwise a certificate that was refused is tried with what Java trusts.
    values.setProperty(prefix + "socketFactory.fallback", "false");
    boolean later = account.encryption() == Encryption.STARTTLS;
    values.setProperty(prefix + "starttls.enable", Boolean.toString(later));
    values.setProperty(prefix + "starttls.required", Boolean.toString(later));
    values.setProperty(prefix + "connectiontimeout", TIME);
    values.setProperty(prefix + "timeout", TIME);
    values.setProperty(prefix + "writetimeout", TIME);
    // Reports are read a part at a time, and never marked as read.
    values.setProperty(prefix + "peek", "true");
    this.session = Session.getInstance(values);
  }

  @Override
  public int take(Taker taker) throws IOException {
    try (Store store = session.getStore(account.protocol())) {
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

  private static int take(Store store, Taker taker) throws MessagingException {
    Folder handled = handled(store);
    try (Folder inbox = store.getFolder("INBOX")) {
      inbox.open(Folder.READ_WRITE);
      int taken = 0;
      int last = last(inbox);
      for (int first = 1; first <= last; first += AT_ONCE) {
        Message[] some = inbox.getMessages(first, Math.min(last, first + AT_ONCE - 1));
        taken += take(some, inbox, handled, taker);
        last = Math.min(last, last(inbox));
      }
      return taken;
    }
  }

  /// Asked for each time: another process may take mails from the same inbox meanwhile.
  private static int last(Folder inbox) throws MessagingException {
    return Math.min(MOST, inbox.getMessageCount());
  }

  private static Folder handled(Store store) throws MessagingException {
    Folder handled = store.getFolder(HANDLED);
    if (!handled.exists() && !handled.create(Folder.HOLDS_MESSAGES)) {
      throw new MessagingException("the folder " + HANDLED + " cannot be made");
    }
    return handled;
  }

  /// Copied, and marked; the marked ones go when the inbox is closed, and are left out when a crash
  /// comes before that.
  private static int take(Message[] some, Folder inbox, Folder handled, Taker taker)
      throws MessagingException {
    var messages = new ArrayList<Message>();
    var mails = new ArrayList<Mail>();
    for (Message message : some) {
      read(message, inbox)
          .ifPresent(
              mail -> {
                messages.add(message);
                mails.add(mail);
              });
    }
    if (!mails.isEmpty()) {
      taker.take(mails);
      Message[] taken = messages.toArray(new Message[0]);
      inbox.copyMessages(taken, handled);
      inbox.setFlags(taken, new Flags(Flags.Flag.DELETED), true);
    }
    return mails.size();
  }

  /// Empty for one that stays, or that somebody else has taken.
  private static Optional<Mail> read(Message message, Folder inbox) throws MessagingException {
    String name = "imap-" + message.getMessageNumber();
    try {
      return message.isSet(Flags.Flag.DELETED)
          ? Optional.empty()
          : Optional.of(new Mail(name, bytes(message)));
    } catch (MessageRemovedException _) {
      return Optional.empty();
    } catch (IOException | MessagingException e) {
      if (!inbox.isOpen()) {
        throw new MessagingException("the connection was lost: " + e.getMessage(), e);
      }
      LOG.warn("mail={} problem=\"it cannot be read, and stays\"", name, e);
      return Optional.empty();
    }
  }

  private static byte[] bytes(Message message) throws MessagingException, IOException {
    try (InputStream mail = ((IMAPMessage) message).getMimeStream()) {
      byte[] bytes = mail.readNBytes(LARGEST);
      if (bytes.length == 0) {
        // So looks one that the server refuses to give; a mail has a header at least.
        throw new IOException("the server gives nothing of it");
      }
      return bytes;
    }
  }
}
