package io.gistmill.delivery.mail.bounce;

import static io.gistmill.delivery.mail.bounce.Reports.DIGEST;
import static io.gistmill.delivery.mail.bounce.Reports.ORIGINAL;
import static io.gistmill.delivery.mail.bounce.Reports.TOKEN;
import static io.gistmill.delivery.mail.bounce.Reports.bytes;
import static io.gistmill.delivery.mail.bounce.Reports.complaint;
import static io.gistmill.delivery.mail.bounce.Reports.delivery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gistmill.delivery.mail.MailSamples;
import io.gistmill.delivery.mail.bounce.BounceReading.Found;
import io.gistmill.delivery.mail.bounce.BounceReading.Other;
import io.gistmill.delivery.mail.bounce.BounceReading.Unreadable;
import io.gistmill.domain.BounceKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BounceReaderTest {

  private static final String DAMAGE = "\r\n:;=\"-\0\u007f <>";

  private final BounceReader reader = new BounceReader(MailSamples.TOKENS);

  @Test
  void reportOfFailureTellsMailAddressAndReason() {
    // when
    BounceReading read = reader.read(delivery("failed", "5.1.1", "550 5.1.1 no such user"));

    // then
    assertThat(read)
        .isEqualTo(
            new Found(
                new Bounce(
                    DIGEST,
                    true,
                    "someone@site.example",
                    BounceKind.HARD,
                    "5.1.1 550 5.1.1 no such user")));
  }

  @ParameterizedTest
  @CsvSource({
    "5.1.1, 550 5.1.1 no such user, HARD",
    "5.1.2, no such domain, HARD",
    "5.1.10, null mx, HARD",
    "5.2.1, mailbox disabled, HARD",
    "5.4.4, no route, HARD",
    "5.0.0, 550 5.1.1 no such user, HARD",
    "'', 550 5.1.1 no such user, HARD",
    "5.0.0, 550 no such user, SOFT",
    "5.1.8, sender unknown, SOFT",
    "5.2.2, mailbox full, SOFT",
    "5.3.4, too large, SOFT",
    "5.7.1, 550 5.1.1 on a list, SOFT",
    "5.4.7, expired, SOFT",
    "4.4.7, expired, SOFT",
    "rubbish, rubbish, SOFT"
  })
  void statusTellsHowBadItIs(String status, String diagnostic, BounceKind expected) {
    // when
    BounceReading read = reader.read(delivery("Failed", status, diagnostic));

    // then
    assertThat(((Found) read).bounce().kind()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded"})
  void noticesAreNoFailures(String action) {
    assertThat(reader.read(delivery(action, "4.4.1", "wait"))).isInstanceOf(Other.class);
  }

  /// A real one, with names of nobody: its status is general, and the answer stands in the words.
  @Test
  void reportOfOpenSmtpdIsUnderstood() throws IOException {
    // given
    byte[] mail;
    try (InputStream file =
        Objects.requireNonNull(BounceReaderTest.class.getResourceAsStream("opensmtpd.eml"))) {
      mail = file.readAllBytes();
    }
    byte[] ours = bytes(new String(mail, StandardCharsets.UTF_8).replace("TOKEN", TOKEN));

    // when
    BounceReading read = reader.read(ours);

    // then
    assertThat(read)
        .isEqualTo(
            new Found(
                new Bounce(
                    DIGEST,
                    true,
                    "nobody@site.example",
                    BounceKind.HARD,
                    "5.0.0 nobody@site.example: 550 5.1.1 no such user here")));
  }

  @Test
  void envelopeIdTellsTheMailWithoutItsHeader() {
    // when
    BounceReading read =
        reader.read(delivery("Original-Envelope-Id: " + TOKEN, "failed", "5.1.1", "no", "X: y\n"));

    // then
    assertThat(((Found) read).bounce().digest()).isEqualTo(DIGEST);
    assertThat(((Found) read).bounce().proven()).isTrue();
  }

  @Test
  void returnPathTellsTheMailEvenWithoutAReport() {
    // given
    byte[] mail =
        bytes(
            """
            Return-Path: <>
            From: MAILER-DAEMON@old.example
            To: <bounces+%s@mail.example>
            Subject: failure notice

            Hi. This is the program. I'm afraid I wasn't able to deliver your message.
            """
                .formatted(TOKEN));

    // when
    BounceReading read = reader.read(mail);

    // then
    Bounce bounce = ((Found) read).bounce();
    assertThat(bounce.digest()).isEqualTo(DIGEST);
    assertThat(bounce.kind()).isEqualTo(BounceKind.SOFT);
    assertThat(bounce.recipient()).isNull();
  }

  @Test
  void reportWithAForgedMarkProvesNothing() {
    // given
    String forged = ORIGINAL.replace(TOKEN, DIGEST + ".0123456789abcdef");

    // when
    BounceReading read = reader.read(delivery("A: b", "failed", "5.1.1", "no", forged));

    // then
    assertThat(((Found) read).bounce().digest()).isEqualTo(DIGEST);
    assertThat(((Found) read).bounce().proven()).isFalse();
  }

  @Test
  void complaintTellsMailAndAddress() {
    // when
    BounceReading read = reader.read(complaint("abuse", ORIGINAL));

    // then
    assertThat(read)
        .isEqualTo(
            new Found(
                new Bounce(
                    DIGEST,
                    true,
                    "someone@site.example",
                    BounceKind.COMPLAINT,
                    "complaint: abuse")));
  }

  @Test
  void praiseIsNoComplaint() {
    assertThat(reader.read(complaint("not-spam", ORIGINAL))).isInstanceOf(Other.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: someone@site.example\nTo: digest@mail.example\nSubject: thanks\n\nNice digest.\n",
        "Return-Path: <someone@site.example>\nFrom: someone@site.example\n"
            + "Auto-Submitted: auto-replied\nSubject: away\n\nI am away.\n"
      })
  void answersOfPeopleAndTheirMachinesAreNoBounces(String mail) {
    assertThat(reader.read(bytes(mail))).isInstanceOf(Other.class);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileMailIsUnreadable(byte[] mail) {
    // when
    BounceReading read = reader.read(mail);

    // then
    assertThat(read).isInstanceOf(Unreadable.class);
    assertThat(((Unreadable) read).reason()).isNotBlank().hasSizeLessThan(400);
  }

  static byte[][] hostile() {
    return new byte[][] {
      new byte[0],
      new byte[2 << 20],
      bytes("no header at all"),
      bytes("A: " + "x".repeat(1 << 20)),
      bytes("A: b\n".repeat(100_000) + "\n"),
      bytes(nested(2_000)),
      bytes(many(2_000)),
      complaint("", ORIGINAL),
      delivery("Action failed", "", "", "", "")
    };
  }

  private static String nested(int depth) {
    var mail = new StringBuilder("MIME-Version: 1.0\n");
    for (int level = 0; level < depth; level++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(level);
      mail.append("\n\n--b").append(level).append('\n');
    }
    return mail.toString();
  }

  private static String many(int parts) {
    return "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(parts) + "--b--\n";
  }

  @Test
  void reportThatIsCutOffIsReadAsFarAsItGoes() {
    // given
    byte[] whole = delivery("failed", "5.1.1", "550 5.1.1 no such user");

    // when
    BounceReading read = reader.read(Arrays.copyOf(whole, whole.length - 150));

    // then
    assertThat(read).isInstanceOf(Found.class);
    assertThat(((Found) read).bounce().kind()).isEqualTo(BounceKind.HARD);
  }

  static IntStream seeds() {
    return IntStream.range(0, 1_500);
  }

  @Test
  void nothingMakesItThrow() {
    assertThatCode(() -> seeds().forEach(this::readDamaged)).doesNotThrowAnyException();
  }

  /// The reading must be one of three; which one does not matter.
  private void readDamaged(int seed) {
    var random = new Random(seed);
    byte[] mail =
        random.nextBoolean() ? delivery("failed", "5.1.1", "no") : complaint("abuse", ORIGINAL);
    byte[] damaged = Arrays.copyOf(mail, 1 + random.nextInt(mail.length));
    for (int hit = 0; hit < random.nextInt(60); hit++) {
      int at = random.nextInt(damaged.length);
      damaged[at] = (byte) DAMAGE.charAt(random.nextInt(DAMAGE.length()));
    }
    assertThat(reader.read(damaged)).as("seed %d", seed).isNotNull();
  }
}
