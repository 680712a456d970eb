package io.gistmill.delivery.mail;

import static io.gistmill.delivery.mail.MailSamples.composer;
import static io.gistmill.delivery.mail.MailSamples.mail;
import static io.gistmill.delivery.mail.MailSamples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DkimSignerTest {

  private static final DkimKey KEY = DkimKey.of(MailSamples.pem());
  private static final DkimSigner SIGNER = new DkimSigner("mail.example", "m2026", KEY);

  /// Of Debian's python3-dkim; the key comes by hand instead of from the DNS.
  private static final String VERIFY =
      """
      import sys, dkim
      record = open(sys.argv[2], 'rb').read()
      asked = []
      def dns(name, timeout=5):
          asked.append(name)
          return record
      verifier = dkim.DKIM(open(sys.argv[1], 'rb').read())
      good = verifier.verify(dnsfunc=dns)
      print(good, asked[0].decode(), ':'.join(h.decode() for h in verifier.include_headers))
      """;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"someone@site.example", "用户@例え.example"})
  void independentVerifierFindsTheSignatureGood(String address)
      throws IOException, InterruptedException {
    // given
    assumeThat(run(List.of("/usr/bin/python3", "-c", "import dkim")))
        .as("python3-dkim is not installed: apt-get install python3-dkim")
        .isEmpty();
    String folded = "x".repeat(90) + " 检索增强流水线开源".repeat(10);
    byte[] signed = mail(composer(SIGNER), message("a.1", folded, null), address);
    Path mail = Files.write(folder.resolve("a.eml"), signed);
    Path key = Files.writeString(folder.resolve("key"), KEY.record(), StandardCharsets.US_ASCII);

    // when
    String found = run(List.of("/usr/bin/python3", "-c", VERIFY, mail.toString(), key.toString()));

    // then
    assertThat(found)
        .startsWith("True m2026._domainkey.mail.example.")
        .contains(
            "from:",
            "to:",
            "subject:",
            "date:",
            "message-id:",
            "mime-version:",
            "content-type:",
            "list-id:",
            "list-unsubscribe:",
            "list-unsubscribe-post:");
  }

  @Test
  void independentVerifierSeesEveryChange() throws IOException, InterruptedException {
    // given
    assumeThat(run(List.of("/usr/bin/python3", "-c", "import dkim")))
        .as("python3-dkim is not installed: apt-get install python3-dkim")
        .isEmpty();
    String signed = text(mail(composer(SIGNER), "a.1", "a@site.example"));
    Path mail = folder.resolve("a.eml");
    Files.writeString(mail, "Subject: another\r\n" + signed, StandardCharsets.UTF_8);
    Path key = Files.writeString(folder.resolve("key"), KEY.record(), StandardCharsets.US_ASCII);

    // when
    String found = run(List.of("/usr/bin/python3", "-c", VERIFY, mail.toString(), key.toString()));

    // then
    assertThat(found).startsWith("False");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: a@b.example\r\n",
        "List-Unsubscribe: <https://evil.example/>\r\n",
        "List-Unsubscribe-Post: List-Unsubscribe=No\r\n",
        "Reply-To: a@b.example\r\n",
        "Cc: a@b.example\r\n"
      })
  void noFieldThatMattersCanBeAddedOrChanged(String added) {
    // given
    String signed = text(mail(composer(SIGNER), "a.1", "a@site.example"));

    // when
    byte[] forged = (added + signed).getBytes(StandardCharsets.UTF_8);

    // then
    assertThatExceptionOfType(FailException.class).isThrownBy(() -> verify(forged));
  }

  @Test
  void bodyIsSignedToItsEnd() throws IOException, FailException {
    // given
    byte[] signed = mail(composer(SIGNER), "a.1", "a@site.example");
    verify(signed);

    // when
    byte[] longer = (text(signed) + "more\r\n").getBytes(StandardCharsets.UTF_8);

    // then
    assertThatExceptionOfType(FailException.class).isThrownBy(() -> verify(longer));
  }

  @Test
  void signatureStandsInShortLines() {
    // when
    String signed = text(mail(composer(SIGNER), "a.1", "a@site.example"));

    // then
    assertThat(signed).startsWith("DKIM-Signature: ").contains("\r\n v=1;\r\n ");
    assertThat(signed.split("\r\n", -1)).allMatch(line -> line.length() <= 998);
  }

  @Test
  void whatIsNoMailIsNotSigned() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SIGNER.sign("From: a@b.example".getBytes(StandardCharsets.UTF_8)))
        .withMessageContaining("header does not end");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DkimSigner("mail.example; x=1", "m2026", KEY))
        .withMessageContaining("no name for DKIM");
  }

  @Test
  void keysOfBothFormsOfPemAreRead() throws IOException, InterruptedException {
    // given
    Path file = Files.writeString(folder.resolve("k.pem"), MailSamples.pem());
    String old = run(List.of("openssl", "rsa", "-in", file.toString(), "-traditional"));
    assumeThat(old).as("openssl is not installed").contains("BEGIN RSA PRIVATE KEY");

    // when
    DkimKey read = DkimKey.of(old);

    // then
    assertThat(read.record()).isEqualTo(DkimKey.read(file).record());
  }

  @Test
  void fileWithoutKeySaysHowToMakeOne() throws IOException {
    // given
    Path file = Files.writeString(folder.resolve("k.pem"), "no key");

    // then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DkimKey.read(file))
        .withMessageContaining("openssl genpkey");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DkimKey.read(folder.resolve("none")))
        .withMessageContaining("cannot be read");
  }

  private static void verify(byte[] mail) throws IOException, FailException {
    new DKIMVerifier((method, selector, domain) -> List.of(KEY.record()))
        .verify(new ByteArrayInputStream(mail));
  }

  private static String text(byte[] mail) {
    return new String(mail, StandardCharsets.UTF_8);
  }

  /// What it prints, errors included.
  private static String run(List<String> command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return printed;
    } catch (IOException e) {
      return "not installed: " + e.getMessage();
    }
  }
}
