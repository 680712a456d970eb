package io.gistmill.delivery.mail;

import static io.gistmill.delivery.mail.MailSamples.composer;
import static io.gistmill.delivery.mail.MailSamples.message;
import static io.gistmill.delivery.mail.MailSamples.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.domain.Contact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTransportTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void mailLiesInTheFolderUnderItsDigestsName() throws IOException {
    // given
    try (var transport = new FolderTransport(composer(null), folder)) {

      // when
      Outcome outcome = transport.send(message("reader-daily.7"), recipient("a@site.example"));

      // then
      assertThat(outcome).isEqualTo(new Outcome.Accepted("written as reader-daily.7.eml"));
    }
    Message read = read("reader-daily.7.eml");
    assertThat(read.getSubject()).isEqualTo("Daily digest: 检索增强, 2026-03-05");
    assertThat(read.getTo().flatten().getFirst().getAddress()).isEqualTo("a@site.example");
    assertThat(read.getFrom().getFirst().getName()).isEqualTo("Gistmill 摘要");
    assertThat(folder).isDirectoryNotContaining("glob:**/*.part");
  }

  @Test
  void whatIsWrittenAgainIsWrittenOnce() throws IOException {
    // given
    Files.writeString(folder.resolve("a.1.eml"), "first", StandardCharsets.UTF_8);
    try (var transport = new FolderTransport(composer(null), folder)) {

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(folder.resolve("a.1.eml")).hasContent("first");
  }

  @Test
  void subscriberWithoutAddressGetsOneOfThisMachine() throws IOException {
    // given
    try (var transport = new FolderTransport(composer(null), folder)) {

      // when
      transport.send(message("a.1"), new Recipient("li si", Contact.NONE));
    }

    // then
    assertThat(read("a.1.eml").getTo().flatten().getFirst().getAddress())
        .isEqualTo("li_si@localhost");
  }

  @Test
  void idThatLeadsOutOfTheFolderIsRefused() {
    // given
    try (var transport = new FolderTransport(composer(null), folder.resolve("mails"))) {

      // when
      Outcome outcome = transport.send(message("../a"), recipient("a@site.example"));

      // then
      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }
    assertThat(folder.resolve("a.eml")).doesNotExist();
  }

  @Test
  void folderThatCannotBeWrittenPutsTheMailOff() throws IOException {
    // given
    try (var transport = new FolderTransport(composer(null), folder.resolve("mails"))) {
      Files.delete(folder.resolve("mails"));

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
    }
  }

  private Message read(String name) throws IOException {
    try (InputStream mail = Files.newInputStream(folder.resolve(name))) {
      return new DefaultMessageBuilder().parseMessage(mail);
    }
  }
}
