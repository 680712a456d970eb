package io.gistmill.gateway.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import io.gistmill.domain.Contact;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class TransportLettersTest {

  private static final Instant NOW = Instant.parse("2025-03-10T08:00:00Z");

  @Test
  void aLetterGoesAsAMessageInBothForms() throws InterruptedException {
    // given
    var sent = new ArrayList<Message>();
    var to = new ArrayList<Recipient>();
    Transport transport = transport(sent, to);
    var letter =
        new Letter(
            "confirm-1",
            "ada@example.com",
            "A & B",
            "Opening <b>",
            "Confirm",
            URI.create("https://digests.example.com/confirm/x?a=1&b=2"),
            "Closing");

    // when
    Outcome outcome = new TransportLetters(transport, InstantSource.fixed(NOW)).send(letter);

    // then
    assertThat(outcome).isEqualTo(new Outcome.Accepted("250 OK"));
    assertThat(to)
        .containsExactly(
            new Recipient(
                "confirm-1", new Contact(new Contact.Mailbox("ada@example.com", NOW), null)));
    Message message = sent.getFirst();
    assertThat(message.text()).contains("Opening <b>", "Confirm:\n" + letter.link(), "Closing");
    assertThat(Jsoup.parse(message.html()).select("a").attr("href"))
        .isEqualTo(letter.link().toString());
    assertThat(Jsoup.parse(message.html()).text()).contains("Opening <b>");
    assertThat(message.links().unsubscribe()).isEmpty();
  }

  private static Transport transport(List<Message> sent, List<Recipient> to) {
    return new Transport() {
      @Override
      public String destination(Recipient recipient) {
        return "example.com";
      }

      @Override
      public Outcome send(Message message, Recipient recipient) {
        sent.add(message);
        to.add(recipient);
        return new Outcome.Accepted("250 OK");
      }

      @Override
      public void close() {}
    };
  }
}
