package io.gistmill.delivery.mail;

import static io.gistmill.delivery.mail.MailSamples.CLOCK;
import static io.gistmill.delivery.mail.MailSamples.TOKENS;
import static io.gistmill.delivery.mail.MailSamples.composer;
import static io.gistmill.delivery.mail.MailSamples.links;
import static io.gistmill.delivery.mail.MailSamples.mail;
import static io.gistmill.delivery.mail.MailSamples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.mail.Composition.Mail;
import io.gistmill.delivery.mail.Composition.Unsendable;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailComposerTest {

  private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^? ]+\\?[BQ]\\?[^? ]*\\?=");

  private static final String ADDRESS = "a@site.example";

  private static final List<String> NAMES =
      List.of(
          "Archived-At",
          "Auto-Submitted",
          "Content-Language",
          "Content-Type",
          "Date",
          "From",
          "List-Id",
          "List-Owner",
          "List-Unsubscribe",
          "List-Unsubscribe-Post",
          "MIME-Version",
          "Message-ID",
          "Subject",
          "To",
          "X-Gistmill-Token");

  private static final List<String> EVIL =
      List.of("\r\n", "\n", "\r", "\0", "\u0085", "\u2028", "\u2029", "\u000B", "\r\n\r\n", "\n ");

  @Test
  void mailHoldsTextAndHtmlAndWhatReceiversAskFor() throws MessagingException, IOException {
    // given
    MailComposer composer = composer(null);

    // when
    MimeMessage mail = read(mail(composer, "reader-daily.7", "someone@site.example"));

    // then
    assertThat(mail.getMessageID()).isEqualTo("<reader-daily.7@mail.example>");
    assertThat(mail.getSubject()).isEqualTo("Daily digest: 检索增强, 2026-03-05");
    assertThat(mail.getFrom()[0].toString()).contains("=?UTF-8?", "<digest@mail.example>");
    assertThat(mail.getSentDate()).isEqualTo(MailSamples.NOW);
    assertThat(mail.getHeader("List-Unsubscribe", null))
        .isEqualTo("<https://digest.example/unsubscribe/abc>");
    assertThat(mail.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    assertThat(mail.getHeader("List-Id", null)).isEqualTo("<digests.mail.example>");
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(mail.getHeader("Content-Language", null)).isEqualTo("zh-CN");
    assertThat(part(mail, 0)).isEqualTo(MailSamples.TEXT.replace("\n", "\r\n"));
    assertThat(part(mail, 1)).contains("<html", "检索增强流水线开源");
    assertThat(names(mail)).containsExactlyElementsOf(NAMES);
  }

  @Test
  void linesAreAsciiAndNeverTooLong() {
    // given
    var text = "很".repeat(5_000) + " " + "x".repeat(5_000);
    var long5000 = new Message("a.1", text, "zh", text, text, "", List.of(), links5000(), null);

    // when
    var mail = (Mail) composer(null).compose(long5000, ADDRESS);

    // then
    assertThat(mail.text().chars().allMatch(c -> c < 128)).isTrue();
    assertThat(mail.text().split("\r\n", -1))
        .allMatch(line -> line.length() <= (line.contains("https://") ? 998 : 78));
    assertThat(ENCODED_WORD.matcher(mail.text()).results())
        .isNotEmpty()
        .allMatch(word -> word.group().length() <= 75);
    assertThat(mail.text().replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  private static Message.Links links5000() {
    return links("https://digest.example/" + "x".repeat(800));
  }

  @Test
  void correctionHangsOnTheMailThatItCorrects() throws MessagingException {
    // given
    Message correction = message("reader-daily.8", "Correction", "reader-daily.7");

    // when
    var mail = (Mail) composer(null).compose(correction, ADDRESS);

    // then
    assertThat(read(mail.bytes()).getHeader("In-Reply-To", null))
        .isEqualTo("<reader-daily.7@mail.example>");
    assertThat(read(mail.bytes()).getHeader("References", null))
        .isEqualTo("<reader-daily.7@mail.example>");
  }

  @Test
  void oneClickIsOfferedOverHttpsAlone() throws MessagingException {
    // given
    Message local = with(message("a.1"), links("http://localhost:8080/unsubscribe/abc"));

    // when
    var mail = (Mail) composer(null).compose(local, ADDRESS);

    // then
    MimeMessage read = read(mail.bytes());
    assertThat(read.getHeader("List-Unsubscribe", null)).contains("http://localhost:8080/");
    assertThat(read.getHeader("List-Unsubscribe-Post")).isNull();
  }

  @Test
  void sameMessageGivesTheSameBytes() {
    // given
    byte[] first = mail(composer(null), "a.1", ADDRESS);

    // when
    byte[] second = mail(composer(null), "a.1", ADDRESS);

    // then
    assertThat(second).isEqualTo(first);
  }

  static Stream<Arguments> injections() {
    return EVIL.stream()
        .flatMap(
            evil -> {
              String bad = "x" + evil + "Bcc: victim@other.example" + evil + evil + "y";
              return Stream.of(
                  Arguments.of("title", message("a.1", bad, null), ADDRESS),
                  Arguments.of("id", message(bad), ADDRESS),
                  Arguments.of("replyTo", message("a.1", "t", bad), ADDRESS),
                  Arguments.of("language", language(bad), ADDRESS),
                  Arguments.of("web", with(new Message.Links(url(bad), url(""), url(""))), ADDRESS),
                  Arguments.of(
                      "manage", with(new Message.Links(url(""), url(bad), url(""))), ADDRESS),
                  Arguments.of("unsubscribe", with(links(url(bad))), ADDRESS),
                  Arguments.of("local", message("a.1"), bad + "@site.example"),
                  Arguments.of("local end", message("a.1"), "a" + evil + "@site.example"),
                  Arguments.of("domain", message("a.1"), "a@" + bad + ".example"),
                  Arguments.of("domain end", message("a.1"), ADDRESS + evil));
            });
  }

  @ParameterizedTest
  @MethodSource("injections")
  void noFieldBeginsAnother(String field, Message message, String address)
      throws MessagingException {
    // when
    Composition composed = composer(null).compose(message, address);

    // then
    switch (composed) {
      case Unsendable(var reason, _) -> {
        assertThat(field).isNotEqualTo("title");
        assertThat(reason).isNotBlank().doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}]");
      }
      case Mail mail -> {
        assertThat(field).isEqualTo("title");
        assertThat(names(read(mail.bytes()))).containsExactlyElementsOf(NAMES);
        assertThat(read(mail.bytes()).getSubject()).isEqualTo("x Bcc: victim@other.example y");
      }
    }
  }

  static List<String> evil() {
    return EVIL;
  }

  @ParameterizedTest
  @MethodSource("evil")
  void nameOfTheSenderBeginsNoField(String evil) throws MessagingException {
    // given
    var address = new MailAddress("digest", "mail.example");
    var sender = new MailSender(address, HeaderText.line("N" + evil + "Bcc: v@o.example"), null);
    var composer = new MailComposer(sender, TOKENS, null, CLOCK);

    // when
    MimeMessage mail = read(mail(composer, "a.1", ADDRESS));

    // then
    assertThat(names(mail)).containsExactlyElementsOf(NAMES);
    assertThat(mail.getFrom()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "a@例え.example, a@xn--r8jz45g.example",
    "A.b+c@SITE.Example, A.b+c@site.example",
    "用户@例え.example, 用户@xn--r8jz45g.example",
    "a@localhost, a@localhost"
  })
  void addressesMayBeInternational(String typed, String expected) {
    assertThat(MailAddress.of(typed)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a",
        "a@",
        "@b",
        "a b@c.example",
        "\"a b\"@c.example",
        "a..b@c.example",
        ".a@c.example",
        "a.@c.example",
        "a@[127.0.0.1]",
        "a@b..example",
        "a@-b.example",
        "a@straße.example",
        "a,b@c.example",
        "a@b@c.example",
        "a@c.example.",
        "<a@c.example>",
        "a@c.example>,<b@c.example",
        "a@b_c.example",
        "a\\@c.example"
      })
  void otherAddressesAreRefusedWithAReason(String typed) {
    // when
    Composition composed = composer(null).compose(message("a.1"), typed);

    // then
    assertThat(composed).isInstanceOf(Unsendable.class);
    assertThat(((Unsendable) composed).address()).isTrue();
    assertThat(((Unsendable) composed).reason()).isNotBlank();
  }

  @Test
  void addressInUtf8StandsInTheHeaderAsItIs() throws MessagingException {
    // when
    var mail = (Mail) composer(null).compose(message("a.1"), "用户@例え.example");

    // then
    assertThat(mail.to().international()).isTrue();
    assertThat(mail.text()).contains("To: 用户@xn--r8jz45g.example\r\n");
    assertThat(names(read(mail.bytes()))).containsExactlyElementsOf(NAMES);
  }

  @Test
  void returnPathTellsTheMailWhereTheOperatorWantsIt() {
    // given
    var sender = MailSender.parse("digest@mail.example", "bounces+*@mail.example");
    var composer = new MailComposer(sender, TOKENS, null, CLOCK);

    // when
    var mail = (Mail) composer.compose(message("reader-daily.7"), ADDRESS);

    // then
    assertThat(mail.from()).isEqualTo("bounces+" + mail.token() + "@mail.example");
    assertThat(TOKENS.digest(mail.token())).contains("reader-daily.7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "a@b.example, c@d.example", "Ü <ü@b.example>", "x <a b@c>"})
  void senderMustBeOneAddressThatEveryServerKnows(String from) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MailSender.parse(from, null))
        .withMessageMatching(".*(address|domain|@).*");
  }

  private static String url(String end) {
    return "https://digest.example/" + end;
  }

  private static Message language(String language) {
    Message m = message("a.1");
    return new Message(
        m.id(), m.title(), language, m.text(), m.html(), m.json(), m.lines(), m.links(), null);
  }

  private static Message with(Message.Links links) {
    return with(message("a.1"), links);
  }

  private static Message with(Message m, Message.Links links) {
    return new Message(
        m.id(), m.title(), m.language(), m.text(), m.html(), m.json(), m.lines(), links, null);
  }

  private static MimeMessage read(byte[] mail) throws MessagingException {
    var settings = new Properties();
    settings.setProperty("mail.mime.allowutf8", "true");
    return new MimeMessage(Session.getInstance(settings), new ByteArrayInputStream(mail));
  }

  private static List<String> names(MimeMessage mail) throws MessagingException {
    return Collections.list(mail.getAllHeaders()).stream().map(Header::getName).sorted().toList();
  }

  private static String part(MimeMessage mail, int index) throws IOException, MessagingException {
    BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
    return part.getContent().toString();
  }
}
