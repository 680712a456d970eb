package io.gistmill.delivery.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.gistmill.delivery.mail.MailSamples;
import io.gistmill.delivery.mail.TestMailServer;
import io.gistmill.domain.BounceKind;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxPollerTest {

  private static final byte[] HARD = Reports.delivery("failed", "5.1.1", "no such user");
  private static final byte[] SPAM = Reports.complaint("abuse", Reports.ORIGINAL);
  private static final byte[] PLAIN = Reports.bytes("From: a@b.example\nSubject: x\n\nHello\n");

  private static final InstantSource LATER =
      InstantSource.offset(InstantSource.system(), Duration.ofMinutes(1));

  @TempDir private Path folder = Path.of("");

  private final List<Bounce> taken = new ArrayList<>();
  private final BounceReader reader = new BounceReader(MailSamples.TOKENS);

  @Test
  void maildirIsEmptiedOnce() throws IOException {
    // given
    Files.createDirectories(folder.resolve("new"));
    Files.createDirectories(folder.resolve("tmp"));
    Files.write(folder.resolve("new/1700000001.M1.host"), HARD);
    Files.write(folder.resolve("new/1700000002.M2.host"), SPAM);
    Files.write(folder.resolve("new/1700000003.M3.host"), PLAIN);
    Files.write(folder.resolve("report.eml"), HARD);
    Files.write(folder.resolve("tmp/1700000004.M4.host"), HARD);
    var poller = new MailboxPoller(new MaildirMailbox(folder, LATER), reader, this::keep);

    // when
    int handled = poller.poll();

    // then
    assertThat(handled).isEqualTo(4);
    assertThat(poller.poll()).isZero();
    assertThat(taken)
        .extracting(Bounce::kind)
        .containsExactly(BounceKind.HARD, BounceKind.COMPLAINT, BounceKind.HARD);
    assertThat(folder.resolve("new")).isEmptyDirectory();
    assertThat(folder.resolve("tmp")).isNotEmptyDirectory();
    assertThat(folder.resolve("handled")).isDirectoryContaining("glob:**/report.eml");
  }

  @Test
  void reportThatNobodyCouldTakeStays() throws IOException {
    // given
    Files.write(folder.resolve("report.eml"), HARD);
    var mailbox = new MaildirMailbox(folder, LATER);
    var failing = new MailboxPoller(mailbox, reader, MailboxPollerTest::fail);
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(failing::poll);

    // when
    int handled = new MailboxPoller(mailbox, reader, this::keep).poll();

    // then
    assertThat(handled).isEqualTo(1);
    assertThat(taken).hasSize(1);
  }

  @Test
  void fileThatCannotBeReadStaysAndHoldsUpNoOther() throws IOException {
    // given
    Files.createDirectories(folder.resolve("new"));
    Path locked = Files.write(folder.resolve("new/1.M1.host"), HARD);
    Files.write(folder.resolve("new/2.M2.host"), SPAM);
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("-wx------"));
    Assumptions.assumeFalse(Files.isReadable(locked), "this user reads everything");

    // when
    int handled = new MailboxPoller(new MaildirMailbox(folder, LATER), reader, this::keep).poll();

    // then
    assertThat(handled).isEqualTo(1);
    assertThat(taken).extracting(Bounce::kind).containsExactly(BounceKind.COMPLAINT);
    assertThat(locked).exists();
  }

  @Test
  void fileThatIsStillBeingWrittenIsLeftForLater() throws IOException {
    // given
    Path half = Files.write(folder.resolve("half.eml"), HARD);
    Instant now = Files.getLastModifiedTime(half).toInstant().plusSeconds(9);
    var time = new AtomicReference<>(now);
    var poller = new MailboxPoller(new MaildirMailbox(folder, time::get), reader, this::keep);
    assertThat(poller.poll()).isZero();

    // when
    time.set(now.plusSeconds(1));
    int handled = poller.poll();

    // then
    assertThat(handled).isEqualTo(1);
  }

  private void keep(List<BounceReading> readings) {
    readings.forEach(
        reading -> {
          if (reading instanceof BounceReading.Found(var bounce)) {
            taken.add(bounce);
          }
        });
  }

  private static void fail(List<BounceReading> readings) {
    throw new IllegalStateException("the ledger is away");
  }

  @Test
  void imapIsEmptiedOnce()
      throws IOException,
          GeneralSecurityException,
          MessagingException,
          UserException,
          FolderException,
          InterruptedException {
    // given
    GreenMail server = TestMailServer.start(ServerSetup.PROTOCOL_IMAPS);
    try {
      GreenMailUser user = server.setUser("bounces@mail.example", "bounces", "hush-hush");
      for (byte[] mail : List.of(HARD, PLAIN, SPAM)) {
        user.deliver(message(mail));
      }
      var poller = new MailboxPoller(imap(server.getImaps().getPort()), reader, this::keep);

      // when
      int handled = poller.poll();

      // then
      assertThat(handled).isEqualTo(3);
      assertThat(poller.poll()).isZero();
      assertThat(taken)
          .extracting(Bounce::kind)
          .containsExactly(BounceKind.HARD, BounceKind.COMPLAINT);
      var inbox = server.getManagers().getImapHostManager().getInbox(user);
      assertThat(inbox.getMessageCount()).isZero();
    } finally {
      server.stop();
    }
  }

  @Test
  void oneThatTheServerCannotGiveStaysAndHoldsUpNoOther() throws Exception {
    // given
    GreenMail server = TestMailServer.start(ServerSetup.PROTOCOL_IMAP);
    try (var proxy = new RefusingProxy(server.getImap().getPort())) {
      GreenMailUser user = server.setUser("bounces@mail.example", "bounces", "hush-hush");
      user.deliver(message(HARD));
      user.deliver(message(SPAM));
      var mailbox = imap(proxy.port(), ImapMailbox.Encryption.NONE);
      var poller = new MailboxPoller(mailbox, reader, this::keep);

      // when
      int handled = poller.poll();

      // then
      assertThat(handled).isEqualTo(1);
      assertThat(taken).extracting(Bounce::kind).containsExactly(BounceKind.COMPLAINT);
      var inbox = server.getManagers().getImapHostManager().getInbox(user);
      assertThat(inbox.getMessageCount()).isEqualTo(1);

      // and: it is taken once it can be read
      proxy.mend();
      assertThat(poller.poll()).isEqualTo(1);
      assertThat(taken).extracting(Bounce::kind).endsWith(BounceKind.HARD);
    } finally {
      server.stop();
    }
  }

  @Test
  void imapServerThatIsAwayIsSaid()
      throws GeneralSecurityException, IOException, InterruptedException {
    // given
    var poller = new MailboxPoller(imap(1), reader, this::keep);

    // then
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(poller::poll)
        .withMessageContaining("the mailbox for bounces at localhost cannot be read")
        .withMessageNotContaining("hush-hush");
  }

  private static ImapMailbox imap(int port)
      throws GeneralSecurityException, IOException, InterruptedException {
    return imap(port, ImapMailbox.Encryption.TLS);
  }

  private static ImapMailbox imap(int port, ImapMailbox.Encryption encryption)
      throws GeneralSecurityException, IOException, InterruptedException {
    return new ImapMailbox(
        new ImapMailbox.Account(
            "localhost", port, encryption, "bounces", () -> "hush-hush".toCharArray()),
        TestMailServer.certificate().trust().getSocketFactory());
  }

  private static MimeMessage message(byte[] mail) throws MessagingException {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
  }
}
