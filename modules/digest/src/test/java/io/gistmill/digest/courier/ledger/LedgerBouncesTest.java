package io.gistmill.digest.courier.ledger;

import static io.gistmill.digest.courier.ledger.Bench.BOTH;
import static io.gistmill.digest.courier.ledger.Bench.CUT;
import static io.gistmill.digest.courier.ledger.Bench.contact;
import static io.gistmill.digest.courier.ledger.Bench.subscription;
import static io.gistmill.domain.Channel.EMAIL;
import static io.gistmill.domain.Channel.WEBHOOK;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.Outcome;
import io.gistmill.domain.BounceKind;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DeliveryEvent.Bounced;
import io.gistmill.domain.DeliveryEvent.Requested;
import io.gistmill.domain.DeliveryEvent.Suspended;
import io.gistmill.domain.DeliveryEvent.Updated;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.runtime.state.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes back later for mails that were taken.
class LedgerBouncesTest {

  private static final Outcome ACCEPTED = new Outcome.Accepted("250 taken");
  private static final String WHY = "5.1.1 no such mailbox";

  private final Bench bench = new Bench().subscribed("ada");

  private static Subscribed ada(Instant confirmed) {
    return new Subscribed("ada", List.of(subscription("ada", BOTH)), contact(confirmed));
  }

  /// Sends the mail of a day.
  private String sent(int day) {
    String key = bench.at(Duration.ofDays(day)).take("ada", day, EMAIL);
    bench.attempt(ACCEPTED);
    return key;
  }

  private Bounced report(String key, BounceKind kind) {
    return new Bounced(bench.last(key), kind, "5.1.1", WHY, bench.now(), null);
  }

  private <E extends DeliveryEvent> List<E> written(Class<E> type) {
    return bench.written().stream()
        .map(it -> it.value())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = BounceKind.class,
      names = {"HARD", "COMPLAINT"})
  void hardBounceAndComplaintSuspendAtOnceAndTheOwnerIsTold(BounceKind kind) {
    // given
    String key = sent(0);

    // when
    bench.at(Duration.ofHours(5)).hear(report(key, kind));

    // then
    assertThat(bench.state(key))
        .isEqualTo(new State.Bounced(CUT.plus(Duration.ofHours(5)), kind, WHY));
    assertThat(written(Suspended.class))
        .singleElement()
        .satisfies(it -> assertThat(it.channel()).isEqualTo(EMAIL))
        .satisfies(it -> assertThat(it.at()).isEqualTo(CUT));
    assertThat(bench.due()).containsExactly("notice-ada-daily.0-email|webhook");
  }

  @Test
  void nothingMoreGoesToASuspendedAddress() {
    // given
    bench.hear(report(sent(0), BounceKind.HARD));

    // when
    String next = bench.at(Duration.ofDays(1)).take("ada", 1, EMAIL);
    bench.due();

    // then
    assertThat(bench.state(next))
        .isInstanceOfSatisfying(
            State.Failed.class, failed -> assertThat(failed.reason()).contains(WHY));
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 1"})
  void softBouncesSuspendByTheRule(int digests, int suspensions) {
    // when
    for (int i = 0; i < digests; i++) {
      bench.hear(report(sent(2 * i), BounceKind.SOFT));
    }

    // then
    assertThat(written(Suspended.class)).hasSize(suspensions);
  }

  @Test
  void softBouncesCountOverARestart() {
    // given
    bench.hear(report(sent(0), BounceKind.SOFT));
    bench.hear(report(sent(2), BounceKind.SOFT));
    String last = sent(4);

    // when
    bench.reopened(ada(CUT.minusSeconds(60))).hear(report(last, BounceKind.SOFT));

    // then
    assertThat(written(Suspended.class)).hasSize(1);
  }

  @Test
  void reportThatIsReadTwiceCountsOnce() {
    // given
    Bounced report = report(sent(0), BounceKind.SOFT);
    bench.hear(report);
    int updates = written(Updated.class).size();

    // when
    bench.hear(report);
    int counted = bench.ledger().takeReturned().size();
    bench.reopened(ada(CUT.minusSeconds(60))).hear(report);

    // then
    assertThat(written(Updated.class)).hasSize(updates);
    assertThat(written(Bounced.class)).extracting(Bounced::counted).containsOnly(CUT);
    assertThat(counted).isEqualTo(1);
    assertThat(bench.ledger().takeReturned()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void reportThatASecondReaderWritesLaterStaysJudged(boolean heard) {
    // given
    String key = sent(0);
    Bounced report = report(key, BounceKind.SOFT);
    bench.hear(report);
    bench.written().add(new Decision<>(report.key(), report));
    if (heard) {
      bench.hear(report);
    } else {
      bench.reopened(ada(CUT.minusSeconds(60)));
    }
    bench.hear(new Requested(bench.last(key), bench.now()));
    bench.attempt(ACCEPTED);

    // when
    bench.compacted().reopened(ada(CUT.minusSeconds(60)));

    // then
    assertThat(bench.state(key)).isInstanceOf(State.Sent.class);
    assertThat(bench.ledger().takeReturned()).isEmpty();
  }

  @Test
  void reportThatNobodyHasJudgedIsJudgedByTheNext() {
    // given
    Bounced report = report(sent(0), BounceKind.HARD);

    // when
    bench.written().add(new Decision<>(report.key(), report));
    bench.reopened(ada(CUT.minusSeconds(60)));

    // then
    assertThat(written(Suspended.class)).hasSize(1);
    assertThat(bench.due()).containsExactly("notice-ada-daily.0-email|webhook");
  }

  @Test
  void reportAboutAnAddressBeforeTheLastConfirmationSuspendsNothing() {
    // given
    Bounced report = report(sent(0), BounceKind.HARD);
    bench.hear(ada(CUT.plusSeconds(60)));

    // when
    bench.at(Duration.ofHours(1)).hear(report);

    // then
    assertThat(written(Suspended.class)).isEmpty();
    assertThat(bench.state("ada-daily.0|email")).isInstanceOf(State.Bounced.class);
  }

  @Test
  void reportAboutAMailThatWentToTwoAddressesIsHeldAgainstNeither() {
    // given
    String key = sent(0);
    Instant changed = CUT.plusSeconds(60);
    bench.hear(ada(changed));
    bench.at(Duration.ofMinutes(2)).hear(new Requested(bench.last(key), bench.now()));
    bench.attempt(ACCEPTED);

    // when
    bench.at(Duration.ofHours(1)).hear(report(key, BounceKind.HARD));

    // then
    assertThat(written(Suspended.class)).isEmpty();
    assertThat(bench.ledger().takeReturned())
        .singleElement()
        .satisfies(it -> assertThat(it.from().contact()).isEqualTo(Contact.NONE));
  }

  @Test
  void reportTellsHowLongAgoItsMailWasSent() {
    // given
    String key = sent(0);

    // when
    bench.at(Duration.ofHours(5)).hear(report(key, BounceKind.SOFT));

    // then
    assertThat(bench.ledger().takeReturned())
        .singleElement()
        .satisfies(it -> assertThat(it.after()).isEqualTo(Duration.ofHours(5)))
        .satisfies(it -> assertThat(it.from().contact().mailbox()).isNotNull());
  }

  @Test
  void confirmingAgainOpensTheWayAgain() {
    // given
    bench.hear(report(sent(0), BounceKind.COMPLAINT));

    // when
    bench.hear(ada(CUT.plusSeconds(60)));

    // then
    bench.attempt(ACCEPTED);
    assertThat(bench.state(sent(1))).isInstanceOf(State.Sent.class);
  }

  @Test
  void reportForWhoeverWasForgottenIsHarmless() {
    // given
    Bounced report = report(sent(0), BounceKind.HARD);
    bench.ledger().hear("ada", null);

    // when
    bench.hear(report);

    // then
    assertThat(written(Suspended.class)).isEmpty();
    assertThat(bench.ledger().count()).isZero();
  }

  @Test
  void whatGoesOutOnceMoreStaysOnItsWay() {
    // given
    String key = sent(0);
    Bounced report = report(key, BounceKind.SOFT);
    bench.hear(new Requested(bench.last(key), bench.now()));

    // when
    bench.hear(report);

    // then
    assertThat(bench.attempt(ACCEPTED)).containsExactly(key);
    assertThat(bench.state(key)).isInstanceOf(State.Sent.class);
  }

  @Test
  void worseReportStaysShown() {
    // given
    String key = sent(0);
    bench.hear(report(key, BounceKind.HARD));

    // when
    bench.hear(report(key, BounceKind.SOFT));

    // then
    assertThat(bench.state(key))
        .isInstanceOfSatisfying(
            State.Bounced.class, it -> assertThat(it.kind()).isEqualTo(BounceKind.HARD));
  }

  @Test
  void noticeThatComesBackCausesNoNotice() {
    // given
    String key = bench.take("ada", 0, WEBHOOK);
    bench.attempt(new Outcome.Refused("410 Gone", true));
    bench.attempt(ACCEPTED);
    String notice = "notice-ada-daily.0-webhook|email";

    // when
    bench.hear(report(notice, BounceKind.HARD));

    // then
    assertThat(bench.state(key)).isInstanceOf(State.Failed.class);
    assertThat(bench.state(notice)).isInstanceOf(State.Bounced.class);
    assertThat(bench.ledger().count()).isZero();
  }
}
