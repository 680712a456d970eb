package io.gistmill.digest.courier.ledger;

import static io.gistmill.digest.courier.ledger.Bench.BOTH;
import static io.gistmill.digest.courier.ledger.Bench.CUT;
import static io.gistmill.digest.courier.ledger.Bench.PAUSE;
import static io.gistmill.digest.courier.ledger.Bench.contact;
import static io.gistmill.digest.courier.ledger.Bench.digest;
import static io.gistmill.digest.courier.ledger.Bench.subscription;
import static io.gistmill.domain.Channel.EMAIL;
import static io.gistmill.domain.Channel.WEBHOOK;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Reach;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent.Requested;
import io.gistmill.domain.DeliveryEvent.Suspended;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTest {

  private static final Outcome ACCEPTED = new Outcome.Accepted("250 taken");
  private static final Outcome LATER = new Outcome.Deferred("451 later", null, Reach.MESSAGE);
  private static final Outcome GONE = new Outcome.Refused("410 Gone", true);
  private static final Outcome WRONG = new Outcome.Refused("552 too large", false);

  private final Bench bench = new Bench().subscribed("ada");

  private static Subscribed ada(Instant confirmed, Channel... channels) {
    return new Subscribed("ada", List.of(subscription("ada", channels)), contact(confirmed));
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void acceptedIsSent(Channel channel) {
    // given
    String key = bench.take("ada", 0, channel);

    // when
    bench.attempt(ACCEPTED);

    // then
    assertThat(bench.state(key)).isEqualTo(new State.Sent(CUT));
    assertThat(bench.last(key).attempts())
        .containsExactly(new Delivery.Attempt(1, CUT, "250 taken"));
    assertThat(bench.ledger().count()).isZero();
  }

  static Stream<Arguments> outcomes() {
    var asked = new Outcome.Deferred("429", Duration.ofHours(3), Reach.DESTINATION);
    return Stream.of(
        Arguments.of(LATER, new State.Deferred(CUT.plus(PAUSE))),
        Arguments.of(asked, new State.Deferred(CUT.plus(Duration.ofHours(3)))),
        Arguments.of(
            new Outcome.Deferred("429", Duration.ofSeconds(1), Reach.MESSAGE),
            new State.Deferred(CUT.plus(PAUSE))),
        Arguments.of(WRONG, new State.Failed(CUT, "552 too large")),
        Arguments.of(GONE, new State.Failed(CUT, "410 Gone")));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void outcomeBecomesState(Outcome outcome, State expected) {
    // given
    String key = bench.take("ada", 0, EMAIL);

    // when
    bench.attempt(outcome);

    // then
    assertThat(bench.state(key)).isEqualTo(expected);
  }

  @Test
  void nextAttemptComesAtItsTimeAndNotBefore() {
    // given
    String key = bench.take("ada", 0, EMAIL);
    bench.attempt(LATER);

    // when
    List<String> before = bench.at(PAUSE.minusMillis(1)).due();
    List<String> then = bench.at(PAUSE).due();

    // then
    assertThat(before).isEmpty();
    assertThat(then).containsExactly(key);
  }

  @Test
  void mailIsGivenUpAfterTheLadderAndItsAddressKept() {
    // given
    String key = bench.take("ada", 0, EMAIL);

    // when
    for (int i = 0; i < Bench.TRIES; i++) {
      bench.at(PAUSE.multipliedBy(i)).attempt(LATER);
    }

    // then
    assertThat(bench.state(key)).isInstanceOf(State.Failed.class);
    assertThat(bench.last(key).attempts()).hasSize(Bench.TRIES);
    assertThat(bench.written()).noneMatch(it -> it.value() instanceof Suspended);
  }

  @Test
  void webhookIsSuspendedAfterTheLadderAndItsOwnerTold() {
    // given
    String key = bench.take("ada", 0, WEBHOOK);

    // when
    for (int i = 0; i < Bench.TRIES; i++) {
      bench.at(PAUSE.multipliedBy(i)).attempt(LATER);
    }

    // then
    assertThat(bench.state(key)).isInstanceOf(State.Failed.class);
    assertThat(bench.written()).anyMatch(it -> it.value() instanceof Suspended);
    assertThat(bench.due()).containsExactly("notice-ada-daily.0-webhook|email");
  }

  @Test
  void noticeCausesNoNotice() {
    // given
    bench.take("ada", 0, WEBHOOK);
    bench.attempt(GONE);

    // when
    List<String> notices = bench.attempt(GONE);

    // then
    assertThat(notices).containsExactly("notice-ada-daily.0-webhook|email");
    assertThat(bench.ledger().count()).isZero();
  }

  @Test
  void ownerWithoutAnotherWayIsToldNothing() {
    // given
    var mailOnly = new Contact(contact(CUT.minusSeconds(60)).mailbox(), null);
    bench.hear(new Subscribed("ada", List.of(subscription("ada", EMAIL)), mailOnly));
    bench.take("ada", 0, EMAIL);

    // when
    bench.attempt(GONE);

    // then
    assertThat(bench.ledger().count()).isZero();
  }

  @Test
  void suspendedAddressGetsNothingUntilItIsConfirmedLater() {
    // given
    bench.take("ada", 0, WEBHOOK);
    bench.attempt(GONE);
    String suspended = bench.at(Duration.ofDays(1)).take("ada", 1, WEBHOOK);
    bench.due();

    // when
    bench.hear(ada(bench.now(), BOTH));
    String confirmed = bench.at(Duration.ofDays(2)).take("ada", 2, WEBHOOK);
    List<String> due = bench.due();

    // then
    assertThat(bench.state(suspended))
        .isEqualTo(
            new State.Failed(CUT.plus(Duration.ofDays(1)), "the address is suspended: 410 Gone"));
    assertThat(due).contains(confirmed);
  }

  @Test
  void refusalOfAnOldAddressDoesNotSuspendTheOneConfirmedMeanwhile() {
    // given
    String key = bench.take("ada", 0, WEBHOOK);
    bench.due();
    bench.begin(key);
    bench.at(Duration.ofSeconds(5)).hear(ada(CUT.plusSeconds(1), BOTH));

    // when
    bench.at(Duration.ofSeconds(9)).end(key, GONE);
    String next = bench.at(Duration.ofDays(1)).take("ada", 1, WEBHOOK);

    // then
    assertThat(bench.state(key)).isInstanceOf(State.Failed.class);
    assertThat(bench.due()).containsExactly(next);
  }

  static Stream<Arguments> departures() {
    Instant confirmed = CUT.minusSeconds(60);
    var paused = subscription("ada", new Preferences(null, 0, false, true), BOTH);
    return Stream.of(
        Arguments.of(new Subscribed("ada", List.of(), contact(confirmed)), "has ended"),
        Arguments.of(new Subscribed("ada", List.of(paused), contact(confirmed)), "is paused"),
        Arguments.of(ada(confirmed, WEBHOOK), "by other ways"),
        Arguments.of(
            new Subscribed("ada", List.of(subscription("ada", BOTH)), Contact.NONE), "no address"));
  }

  @ParameterizedTest
  @MethodSource("departures")
  void whatIsNoLongerWantedIsNotSent(Subscribed change, String reason) {
    // given
    String key = bench.take("ada", 0, EMAIL);
    bench.hear(change);

    // when
    List<String> due = bench.due();

    // then
    assertThat(due).isEmpty();
    assertThat(bench.state(key))
        .isInstanceOfSatisfying(
            State.Failed.class, failed -> assertThat(failed.reason()).contains(reason));
  }

  @Test
  void wishesAreAskedAgainRightBeforeTheAttempt() {
    // given
    String key = bench.take("ada", 0, EMAIL);
    bench.due();
    bench.hear(new Subscribed("ada", List.of(), contact(CUT)));

    // when
    boolean begun = bench.begin(key);

    // then
    assertThat(begun).isFalse();
    assertThat(bench.state(key)).isInstanceOf(State.Failed.class);
  }

  @Test
  void whoeverIsForgottenGetsNothing() {
    // given
    String key = bench.take("ada", 0, EMAIL);
    bench.ledger().hear("ada", null);

    // when
    bench.due();

    // then
    assertThat(bench.state(key)).isInstanceOf(State.Failed.class);
  }

  @Test
  void digestsWithoutStoriesGoOutToThoseWhoWantThem() {
    // given
    var wanting = subscription("ada", new Preferences(null, 0, true, false), EMAIL);

    // when
    bench.take(digest(subscription("ada", EMAIL), 0, 0));
    bench.take(digest(wanting, 1, 0));

    // then
    assertThat(bench.written()).extracting(it -> it.key()).containsExactly("ada-daily.1|email");
  }

  @Test
  void digestOfAPausedSubscriptionIsNotTakenUp() {
    // when
    bench.take(digest(subscription("ada", new Preferences(null, 0, false, true), BOTH), 0, 1));

    // then
    assertThat(bench.written()).isEmpty();
  }

  @Test
  void whatWasTakenUpBeforeIsPassedOver() {
    // given
    bench.ledger().take(digest("ada", 0, EMAIL), 7, CUT, bench.written()::add);
    int before = bench.written().size();
    bench.reopened(ada(CUT.minusSeconds(60), BOTH));

    // when
    bench.ledger().take(digest("ada", 0, EMAIL), 7, CUT, bench.written()::add);

    // then
    assertThat(bench.written()).hasSize(before);
    assertThat(bench.ledger().takenUpTo()).isEqualTo(7);
  }

  @Test
  void expiresWhenItIsTakenUpTooLate() {
    // given
    bench.at(LedgerRules.OLDEST.plusMillis(1));

    // when
    String key = bench.take("ada", 0, EMAIL);

    // then
    assertThat(bench.state(key)).isEqualTo(new State.Expired(bench.now()));
  }

  @Test
  void expiresWhenItIsDueTooLate() {
    // given
    String key = bench.take("ada", 0, EMAIL);
    bench.attempt(new Outcome.Deferred("later", Duration.ofDays(30), Reach.MESSAGE));

    // when
    List<String> due = bench.at(LedgerRules.OLDEST.plus(Duration.ofSeconds(1))).due();

    // then
    assertThat(due).isEmpty();
    assertThat(bench.state(key)).isEqualTo(new State.Expired(bench.now()));
  }

  @Test
  void courierThatComesBackAfterThreeDaysSendsEachDigestInOrder() {
    // given
    bench.at(Duration.ofDays(3));
    List<String> keys = Stream.of(0, 1, 2, 3).map(day -> bench.take("ada", day, EMAIL)).toList();

    // when
    List<List<String>> rounds =
        Stream.of(0, 1, 2, 3).map(round -> bench.attempt(ACCEPTED)).toList();

    // then
    assertThat(rounds).extracting(List::size).containsOnly(1);
    assertThat(rounds.stream().flatMap(List::stream)).containsExactlyElementsOf(keys);
  }

  @Test
  void oneThatWaitsForItsNextAttemptHoldsUpNoOther() {
    // given
    bench.at(Duration.ofDays(1));
    bench.take("ada", 0, EMAIL);
    String second = bench.take("ada", 1, EMAIL);
    bench.attempt(LATER);

    // when
    List<String> due = bench.due();

    // then
    assertThat(due).containsExactly(second);
  }

  @Test
  void firstAttemptsAreSpreadAndKeepTheirOrder() {
    // given
    Duration spread = Duration.ofMinutes(5);
    var spreading = new Bench(Bench.rules(spread));
    for (int i = 0; i < 200; i++) {
      spreading.subscribed("reader" + i).take("reader" + i, 0, EMAIL);
    }

    // when
    int early = spreading.due().size();
    int half = spreading.at(spread.dividedBy(2)).due().size();
    int late = spreading.at(spread).due().size();

    // then
    assertThat(early).isLessThan(5);
    assertThat(half).isBetween(60, 140);
    assertThat(early + half + late).isEqualTo(200);
  }

  @Test
  void openAttemptIsRepeatedAndSaysSo() {
    // given
    String key = bench.take("ada", 0, EMAIL);
    bench.due();
    bench.begin(key);

    // when
    bench.at(Duration.ofMinutes(1)).reopened(ada(CUT.minusSeconds(60), BOTH));
    bench.due();
    bench.begin(key);

    // then
    assertThat(Ledger.isRepeat(bench.last(key))).isTrue();
    assertThat(bench.last(key).attempts())
        .containsExactly(new Delivery.Attempt(1, CUT, Ledger.INTERRUPTED));
  }

  @Test
  void attemptThatOutlivedTheLedgerIsGoneOnWith() {
    // given
    String key = bench.take("ada", 0, EMAIL);
    bench.due();
    bench.begin(key);
    var next = new Ledger(Bench.RULES);
    bench.written().forEach(it -> next.read(it.key(), it.value(), CUT));
    next.hear("ada", ada(CUT.minusSeconds(60), BOTH));

    // when
    boolean resumed = next.resume(key, CUT);
    next.rebuilt(CUT.plusSeconds(60), bench.written()::add);
    var due = next.due(CUT.plusSeconds(60), 10, bench.written()::add);
    next.end(key, CUT, ACCEPTED, CUT.plusSeconds(61), bench.written()::add);

    // then
    assertThat(resumed).isTrue();
    assertThat(due).isEmpty();
    assertThat(bench.state(key)).isEqualTo(new State.Sent(CUT.plusSeconds(61)));
  }

  @Test
  void outcomeOfAnotherCouriersAttemptChangesNothing() {
    // given
    String key = bench.take("ada", 0, EMAIL);
    bench.due();
    bench.begin(key);
    int before = bench.written().size();

    // when
    bench.ledger().end(key, CUT.minusSeconds(9), ACCEPTED, CUT, bench.written()::add);

    // then
    assertThat(bench.written()).hasSize(before);
  }

  @Test
  void requestSendsOnceMoreHoweverOldAndLeavesATombstone() {
    // given
    String key = bench.take("ada", 0, EMAIL);
    bench.attempt(ACCEPTED);
    Delivery sent = bench.last(key);
    bench.at(Duration.ofDays(20));

    // when
    var request = new Requested(sent, bench.now());
    bench.hear(request);
    List<String> due = bench.attempt(ACCEPTED);

    // then
    assertThat(due).containsExactly(key);
    assertThat(bench.last(key).attempts()).hasSize(2);
    assertThat(bench.written())
        .anyMatch(it -> it.key().equals(request.key()) && it.value() == null);
  }

  @Test
  void requestThatNobodyHasSeenYetIsFoundInTheLedger() {
    // given
    String key = bench.take("ada", 0, EMAIL);
    bench.attempt(WRONG);
    var request = new Requested(bench.last(key), CUT.plusSeconds(5));
    bench.written().add(new io.gistmill.runtime.state.Decision<>(request.key(), request));

    // when
    bench.at(Duration.ofMinutes(1)).reopened(ada(CUT.minusSeconds(60), BOTH));
    List<String> once = bench.attempt(ACCEPTED);
    bench.reopened(ada(CUT.minusSeconds(60), BOTH));

    // then
    assertThat(once).containsExactly(key);
    assertThat(bench.due()).isEmpty();
  }

  @Test
  void requestClimbsTheLadderAnew() {
    // given
    String key = bench.take("ada", 0, EMAIL);
    for (int i = 0; i < Bench.TRIES; i++) {
      bench.at(PAUSE.multipliedBy(i)).attempt(LATER);
    }
    bench.at(Duration.ofDays(1)).hear(new Requested(bench.last(key), bench.now()));

    // when
    bench.attempt(LATER);

    // then
    assertThat(bench.state(key)).isEqualTo(new State.Deferred(bench.now().plus(PAUSE)));
  }

  @Test
  void answersAreKeptWithoutAddresses() {
    // given
    String key = bench.take("ada", 0, EMAIL);

    // when
    bench.attempt(new Outcome.Refused("550 <ADA@example.org> is\r\nunknown here", false));

    // then
    assertThat(bench.state(key))
        .isEqualTo(new State.Failed(CUT, "550 <the address> is unknown here"));
  }

  @Test
  void suspensionIsWrittenAnewBeforeTheLogForgetsIt() {
    // given
    bench.hear(new Suspended("ada", WEBHOOK, CUT, "410 Gone"));
    bench.due();

    // when
    bench.at(Duration.ofDays(20)).due();

    // then
    assertThat(bench.written())
        .extracting(it -> it.value())
        .containsExactly(new Suspended("ada", WEBHOOK, CUT, "410 Gone"));
  }
}
