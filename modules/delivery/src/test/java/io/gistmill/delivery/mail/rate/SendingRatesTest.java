package io.gistmill.delivery.mail.rate;

import static io.gistmill.delivery.mail.MailSamples.NOW;
import static io.gistmill.delivery.mail.MailSamples.message;
import static io.gistmill.delivery.mail.MailSamples.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import io.gistmill.delivery.mail.MailSamples;
import io.gistmill.delivery.mail.rate.SendingRates.Counts;
import io.gistmill.delivery.mail.rate.SendingRates.Limits;
import io.gistmill.domain.BounceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingRatesTest {

  private static final String DOMAIN = "site.example";

  private final SendingRates rates = new SendingRates(Limits.USUAL);

  @ParameterizedTest
  @CsvSource({
    "199, 150, 0, 0, false",
    "199, 0, 100, 190, false",
    "100, 50, 0, 0, false",
    "200, 10, 0, 0, false",
    "200, 11, 0, 0, true",
    "200, 0, 2, 0, false",
    "200, 0, 3, 0, true",
    "1000, 0, 3, 0, false",
    "1000, 0, 4, 0, true",
    "1000, 50, 0, 500, false",
    "1000, 51, 0, 0, true"
  })
  void tooManyFailuresPutTheBrakeOn(int sent, int hard, int complaints, int soft, boolean brakes) {
    // when
    repeat(sent, () -> rates.accepted(DOMAIN, NOW));
    repeat(soft, () -> returned(BounceKind.SOFT));
    repeat(hard, () -> returned(BounceKind.HARD));
    repeat(complaints, () -> returned(BounceKind.COMPLAINT));

    // then
    assertThat(rates.brake(DOMAIN, NOW).isPresent()).isEqualTo(brakes);
    assertThat(rates.brake("other.example", NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 199, false",
    "0, 200, true",
    "199, 150, true",
    "100, 50, false",
    "1000, 50, false",
    "1000, 51, true"
  })
  void whatIsRefusedAtOnceIsJudgedByTheLastMails(int sent, int refused, boolean brakes) {
    // when
    repeat(sent, () -> rates.accepted(DOMAIN, NOW));
    repeat(refused, () -> rates.refused(DOMAIN, NOW));

    // then
    assertThat(rates.brake(DOMAIN, NOW).isPresent()).isEqualTo(brakes);
  }

  @Test
  void oldRefusalsLeaveTheLastMails() {
    // given
    repeat(1_000, () -> rates.accepted(DOMAIN, NOW));
    repeat(45, () -> rates.refused(DOMAIN, NOW));
    repeat(1_100, () -> rates.accepted(DOMAIN, NOW));

    // when
    repeat(45, () -> rates.refused(DOMAIN, NOW));

    // then
    assertThat(rates.brake(DOMAIN, NOW)).isEmpty();
    assertThat(rates.counts()).containsEntry(DOMAIN, new Counts(2_100, 90, 0, 0));
  }

  @Test
  void reportsAfterARushAreWeighedAgainstAllOfIt() {
    // given
    repeat(100_000, () -> rates.accepted(DOMAIN, NOW));
    Duration later = Duration.ofHours(5);

    // when
    repeat(51, () -> rates.returned(DOMAIN, BounceKind.HARD, later, NOW.plus(later)));

    // then
    assertThat(rates.brake(DOMAIN, NOW.plus(later))).isEmpty();
    assertThat(rates.counts()).containsEntry(DOMAIN, new Counts(100_000, 51, 0, 0));
  }

  @Test
  void reportsOfARushLeaveWithIt() {
    // given
    repeat(100_000, () -> rates.accepted(DOMAIN, NOW));
    Duration late = Duration.ofHours(70);
    repeat(51, () -> rates.returned(DOMAIN, BounceKind.HARD, late, NOW.plus(late)));

    // when
    Instant next = NOW.plus(Duration.ofHours(74));
    repeat(1_000, () -> rates.accepted(DOMAIN, next));
    rates.returned(DOMAIN, BounceKind.HARD, Duration.ZERO, next);

    // then
    assertThat(rates.brake(DOMAIN, next)).isEmpty();
    assertThat(rates.counts()).containsEntry(DOMAIN, new Counts(1_000, 1, 0, 0));
  }

  @Test
  void reportsOfMailsFromBeforeTheStartCountForNothing() {
    // given
    Duration before = Duration.ofHours(2);
    repeat(51, () -> rates.returned(DOMAIN, BounceKind.HARD, before, NOW));
    repeat(300, () -> rates.accepted(DOMAIN, NOW));

    // when
    repeat(51, () -> rates.returned(DOMAIN, BounceKind.HARD, before, NOW));

    // then
    assertThat(rates.brake(DOMAIN, NOW)).isEmpty();
    assertThat(rates.counts()).containsEntry(DOMAIN, new Counts(300, 0, 0, 0));
  }

  @Test
  void brakeIsReleasedByTimeWithFreshCounts() {
    // given
    brakeOn();
    Instant over = NOW.plus(Duration.ofDays(1));
    assertThat(rates.brake(DOMAIN, over.minusMillis(1))).isPresent();

    // when
    var brake = rates.brake(DOMAIN, over);

    // then
    assertThat(brake).isEmpty();
    assertThat(rates.counts()).containsEntry(DOMAIN, new Counts(0, 0, 0, 0));
  }

  @Test
  void brakeIsReleasedByTheOperator() {
    // given
    brakeOn();

    // when
    boolean released = rates.release(DOMAIN, NOW);

    // then
    assertThat(released).isTrue();
    assertThat(rates.release(DOMAIN, NOW)).isFalse();
    assertThat(rates.brakes(NOW)).isEmpty();
    assertThat(rates.brake(DOMAIN, NOW)).isEmpty();
  }

  @Test
  void brakesThatAreOnAreListed() {
    // given
    brakeOn();
    rates.accepted("other.example", NOW);

    // when
    var brakes = rates.brakes(NOW);

    // then
    assertThat(brakes).extracting(SendingRates.Brake::domain).containsExactly(DOMAIN);
  }

  @Test
  void whatComesBackLaterCountsForItsDomain() {
    // given
    var transport =
        new BrakedTransport(
            new Answering(new Outcome.Accepted("250")), rates, InstantSource.fixed(NOW));
    rates.accepted(DOMAIN, NOW.minusSeconds(60));

    // when
    transport.returned(
        MailSamples.recipient("a@" + DOMAIN), BounceKind.COMPLAINT, Duration.ofMinutes(1));

    // then
    assertThat(rates.counts()).containsEntry(DOMAIN, new Counts(1, 0, 0, 1));
  }

  @Test
  void brakedTransportHoldsMailsBackUntilTheTimeIsOver() throws InterruptedException {
    // given
    var now = new AtomicReference<>(NOW);
    var inner = new Answering(new Outcome.Refused("550 5.1.1 no such user", true));
    var transport = new BrakedTransport(inner, rates, now::get);
    for (int mail = 0; mail < 200; mail++) {
      transport.send(message("a." + mail), recipient("a@" + DOMAIN));
    }

    // when
    Outcome held = transport.send(message("a.x"), recipient("a@" + DOMAIN));

    // then
    assertThat(held).isInstanceOf(Outcome.Deferred.class);
    assertThat(((Outcome.Deferred) held).after()).isEqualTo(Duration.ofDays(1));
    assertThat(((Outcome.Deferred) held).reach()).isEqualTo(Outcome.Reach.DESTINATION);
    assertThat(inner.asked).isEqualTo(200);
    now.set(NOW.plus(Duration.ofDays(1)));
    assertThat(transport.send(message("a.y"), recipient("a@" + DOMAIN)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void refusalOfContentSaysNothingAboutTheAddress() throws InterruptedException {
    // given
    var inner = new Answering(new Outcome.Refused("554 5.6.0 content", false));
    var transport = new BrakedTransport(inner, rates, InstantSource.fixed(NOW));

    // when
    transport.send(message("a.1"), recipient("a@" + DOMAIN));

    // then
    assertThat(rates.counts()).containsEntry(DOMAIN, new Counts(0, 0, 0, 0));
  }

  private void returned(BounceKind kind) {
    rates.returned(DOMAIN, kind, Duration.ZERO, NOW);
  }

  private void brakeOn() {
    repeat(300, () -> rates.accepted(DOMAIN, NOW));
    repeat(30, () -> returned(BounceKind.HARD));
    assertThat(rates.brake(DOMAIN, NOW))
        .hasValueSatisfying(brake -> assertThat(brake.reason()).contains("16 of 300 mails"));
  }

  private static void repeat(int times, Runnable what) {
    for (int time = 0; time < times; time++) {
      what.run();
    }
  }

  private static final class Answering implements Transport {

    private final Outcome outcome;
    private int asked;

    Answering(Outcome outcome) {
      this.outcome = outcome;
    }

    @Override
    public String destination(Recipient to) {
      return DOMAIN;
    }

    @Override
    public Outcome send(Message message, Recipient to) {
      asked++;
      return outcome;
    }

    @Override
    public void close() {}
  }
}
