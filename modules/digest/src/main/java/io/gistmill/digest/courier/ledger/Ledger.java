package io.gistmill.digest.courier.ledger;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.domain.BounceKind;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.Attempt;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DeliveryEvent.Bounced;
import io.gistmill.domain.DeliveryEvent.Requested;
import io.gistmill.domain.DeliveryEvent.Suspended;
import io.gistmill.domain.DeliveryEvent.Updated;
import io.gistmill.domain.Digest;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.runtime.state.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The deliveries of one partition: which are to be made, which is due, and what has become of
/// each.
///
/// Everything that it decides is a record for `deliveries`. It holds in memory what these records
/// say once they are written, so whoever cannot write them throws it away and makes a new one from
/// the log: [#read] for every record, [#resume] for attempts that are still on their way,
/// [#rebuilt]. Only what is not at an end stays in memory.
///
/// For one thread.
public final class Ledger {

  /// In place of an answer, of an attempt whose courier died over it. The peer may have the digest:
  /// the attempt after it is a repeat.
  public static final String INTERRUPTED = "no answer came, since the courier was interrupted";

  private final LedgerRules rules;
  private final OpenDeliveries open = new OpenDeliveries();
  private final Audience audience = new Audience();
  private final TreeMap<String, Requested> requests = new TreeMap<>();
  private final Reports reports = new Reports();
  private final List<Returned> fresh = new ArrayList<>();
  private long taken = -1;

  public Ledger(LedgerRules rules) {
    this.rules = rules;
  }

  /// A record of the log as it was found, oldest first.
  ///
  /// @param event null for a tombstone
  /// @param written when the broker took it
  public void read(String key, @Nullable DeliveryEvent event, Instant written) {
    switch (event) {
      case null -> {
        requests.remove(key);
        reports.forget(key);
        audience.forgetSuspension(key);
      }
      case Updated(var delivery) -> read(delivery);
      case Bounced report -> reports.read(report);
      case Suspended suspended -> audience.suspend(suspended, written);
      case Requested requested -> requests.put(key, requested);
    }
  }

  private void read(Delivery delivery) {
    taken = Math.max(taken, delivery.offset() == null ? -1 : delivery.offset());
    switch (delivery.state()) {
      case State.Queued _, State.Sending _, State.Deferred _ -> open.put(delivery);
      case State.Sent _, State.Bounced _, State.Failed _, State.Expired _ -> open.remove(delivery);
    }
  }

  /// Takes back an attempt that is still on its way in this process.
  ///
  /// @return false when the log tells of another attempt, or of none
  public boolean resume(String key, Instant since) {
    Delivery delivery = open.get(key);
    if (delivery == null || !isOnItsWay(delivery, since)) {
      return false;
    }
    open.lend(delivery);
    return true;
  }

  private static boolean isOnItsWay(Delivery delivery, Instant since) {
    return delivery.state() instanceof State.Sending(var begun) && begun.equals(since);
  }

  /// All of the log is read: from here on the ledger is its own judge.
  public void rebuilt(Instant now, Consumer<Decision<DeliveryEvent>> out) {
    List.copyOf(open.all()).stream()
        .filter(delivery -> !open.isLent(delivery))
        .forEach(delivery -> open.schedule(delivery, due(delivery)));
    List.copyOf(requests.values()).forEach(request -> hear(request, now, out));
    reports.covered().forEach(report -> write(report, out));
    reports.pending().forEach(report -> hear(report, now, out));
  }

  private Instant due(Delivery delivery) {
    return switch (delivery.state()) {
      case State.Sending(var since) -> since;
      case State.Deferred(var next) -> next;
      default -> rules.firstDue(delivery);
    };
  }

  /// What a subscriber wants from now on, or a tick.
  ///
  /// @param event null for one who wants to be forgotten
  public void hear(String subscriber, @Nullable SubscriptionEvent event) {
    if (event == null) {
      reports.forgetSubscriber(subscriber);
    }
    audience.hear(subscriber, event);
  }

  /// Whether it knows what was wanted at a cut. Until then, no digest of that cut can be taken up.
  public boolean knowsSubscribersOf(Instant cut) {
    return audience.isKnownUpTo(cut);
  }

  /// Digests up to this offset have been taken up; -1 for none.
  public long takenUpTo() {
    return taken;
  }

  /// Takes up a digest: from here on the ledger is the queue. One that was taken up before is
  /// passed over.
  ///
  /// @param offset in its partition of `digests`
  public void take(Digest digest, long offset, Instant now, Consumer<Decision<DeliveryEvent>> out) {
    if (offset <= taken) {
      return;
    }
    taken = offset;
    if (isToGoOut(digest)) {
      for (Channel channel : digest.subscription().channels()) {
        if (audience.hasAddress(digest.subscription().subscriber(), channel)) {
          queue(delivery(digest, channel, offset, now), now, out);
        }
      }
    }
  }

  private static boolean isToGoOut(Digest digest) {
    var wishes = digest.subscription().preferences();
    return !wishes.paused() && (wishes.sendEmpty() || !digest.items().isEmpty());
  }

  private static Delivery delivery(Digest digest, Channel channel, long offset, Instant now) {
    return new Delivery(
        digest.id(),
        channel,
        digest.subscription().subscriber(),
        digest.subscription().id(),
        digest.cut(),
        now,
        new State.Queued(),
        List.of(),
        offset,
        null);
  }

  private void queue(Delivery delivery, Instant now, Consumer<Decision<DeliveryEvent>> out) {
    if (rules.isTooOld(delivery, now)) {
      close(delivery, new State.Expired(now), out);
    } else {
      open.schedule(delivery, rules.firstDue(delivery));
      write(new Updated(delivery), out);
    }
  }

  /// What others wrote into the ledger: that something is to be sent again, that it came back, or
  /// that an address does not work. The ledger's own records change nothing.
  public void hear(DeliveryEvent event, Instant now, Consumer<Decision<DeliveryEvent>> out) {
    switch (event) {
      case Updated _ -> {}
      case Suspended suspended -> audience.suspend(suspended, now);
      case Bounced report -> count(report, now, out);
      case Requested requested -> {
        Delivery known = open.get(requested.delivery().key());
        boolean hasEndedSince = known == null && !isAtEnd(requested.delivery().state());
        if (!hasEndedSince && (known == null || !open.isLent(known))) {
          Delivery last = known == null ? requested.delivery() : interrupted(known);
          queue(last.again(requested.at()), now, out);
        }
        requests.remove(requested.key());
        out.accept(new Decision<>(requested.key(), null));
      }
    }
  }

  private void count(Bounced report, Instant now, Consumer<Decision<DeliveryEvent>> out) {
    if (!reports.count(report, now)) {
      if (report.counted() == null) {
        // Otherwise the log, which keeps the last record of a key, would forget that it counted.
        reports.judged(report.key()).ifPresent(judged -> write(judged, out));
      }
      return;
    }
    write(report.countedAt(now), out);
    fresh.add(returned(report, now));
    // What goes out once more is not at an end, whatever came back for it before.
    if (open.get(report.delivery().key()) == null) {
      Reports.shown(report).ifPresent(delivery -> write(new Updated(delivery), out));
    }
    reports
        .verdict(report, audience)
        .ifPresent(
            suspended -> {
              remember(suspended, now, out);
              tellOwner(report.delivery(), now, out);
            });
  }

  /// A report that was judged for the first time.
  ///
  /// @param from who has the mail; with no address where it went to another than that of now
  /// @param after how long after the mail was sent
  public record Returned(Channel channel, Recipient from, BounceKind kind, Duration after) {}

  private Returned returned(Bounced report, Instant now) {
    Delivery delivery = report.delivery();
    boolean sameAddress =
        audience
            .confirmed(delivery.subscriber(), delivery.channel())
            .filter(confirmed -> Reports.concerns(delivery, confirmed))
            .isPresent();
    return new Returned(
        delivery.channel(),
        sameAddress ? recipient(delivery) : new Recipient(delivery.subscriber(), Contact.NONE),
        report.kind(),
        Duration.between(Reports.sent(delivery), now));
  }

  /// Reports that were judged since it was asked last.
  public List<Returned> takeReturned() {
    List<Returned> taken = List.copyOf(fresh);
    fresh.clear();
    return taken;
  }

  private static boolean isAtEnd(Delivery.State state) {
    return switch (state) {
      case State.Sent _, State.Bounced _, State.Failed _, State.Expired _ -> true;
      case State.Queued _, State.Sending _, State.Deferred _ -> false;
    };
  }

  /// What is due by now, in order: each is lent until [#end], [#postpone] or [#giveUp]. Whatever
  /// must not be made any more is closed instead.
  ///
  /// @param most so many at once
  public List<Delivery> due(Instant now, int most, Consumer<Decision<DeliveryEvent>> out) {
    audience.fading(now).forEach(event -> remember(event, now, out));
    var result = new ArrayList<Delivery>();
    while (result.size() < most) {
      Optional<Delivery> next = open.lendNext(now);
      if (next.isEmpty()) {
        break;
      }
      if (mayGo(next.get(), now, out)) {
        result.add(next.get());
      }
    }
    return result;
  }

  private void remember(Suspended event, Instant now, Consumer<Decision<DeliveryEvent>> out) {
    audience.suspend(event, now);
    write(event, out);
  }

  private boolean mayGo(Delivery delivery, Instant now, Consumer<Decision<DeliveryEvent>> out) {
    if (rules.isTooOld(delivery, now)) {
      close(interrupted(delivery), new State.Expired(now), out);
      return false;
    }
    Optional<String> objection = audience.objection(delivery);
    objection.ifPresent(reason -> close(interrupted(delivery), new State.Failed(now, reason), out));
    return objection.isEmpty();
  }

  /// Begins an attempt. It may be made once the decision stands on the log.
  ///
  /// @return with the state `Sending`; empty when it must not be made any more
  public Optional<Delivery> begin(String key, Instant now, Consumer<Decision<DeliveryEvent>> out) {
    Delivery delivery = open.get(key);
    if (delivery == null || !mayGo(delivery, now, out)) {
      return Optional.empty();
    }
    Delivery sending = interrupted(delivery).now(new State.Sending(now));
    open.put(sending);
    write(new Updated(sending), out);
    return Optional.of(sending);
  }

  /// An attempt that nobody has ended stands among the others, as what it was.
  private static Delivery interrupted(Delivery delivery) {
    return delivery.state() instanceof State.Sending(var since)
        ? delivery.after(
            new Attempt(delivery.attempts().size() + 1, since, INTERRUPTED), delivery.state())
        : delivery;
  }

  /// Whether an attempt repeats one that may have arrived.
  public static boolean isRepeat(Delivery sending) {
    return sending.state() instanceof State.Sending
        && !sending.attempts().isEmpty()
        && sending.attempts().getLast().outcome().equals(INTERRUPTED);
  }

  /// To whom a delivery goes.
  public Recipient recipient(Delivery delivery) {
    return new Recipient(delivery.subscriber(), audience.contact(delivery.subscriber()));
  }

  /// Takes back what is lent and has not begun: it is due again then.
  public void postpone(String key, Instant until) {
    Delivery delivery = open.get(key);
    if (delivery != null) {
      open.schedule(delivery, until);
    }
  }

  /// Gives up what is lent and can never begin.
  public void giveUp(
      String key, String reason, Instant now, Consumer<Decision<DeliveryEvent>> out) {
    Delivery delivery = open.get(key);
    if (delivery != null) {
      close(interrupted(delivery), new State.Failed(now, reason), out);
    }
  }

  /// An attempt has ended. That of another courier changes nothing.
  ///
  /// @param since when it had begun
  public void end(
      String key,
      Instant since,
      Outcome outcome,
      Instant now,
      Consumer<Decision<DeliveryEvent>> out) {
    Delivery delivery = open.get(key);
    if (delivery == null || !isOnItsWay(delivery, since)) {
      return;
    }
    String answer = Answers.withoutAddresses(outcome.answer(), recipient(delivery).contact());
    var attempt = new Attempt(delivery.attempts().size() + 1, since, answer);
    Delivery tried = delivery.after(attempt, delivery.state());
    switch (outcome) {
      case Outcome.Accepted _ -> close(tried, new State.Sent(now), out);
      case Outcome.Refused refused -> fail(tried, answer, refused.suspends(), now, out);
      case Outcome.Deferred deferred -> defer(tried, deferred.after(), answer, now, out);
    }
  }

  private void defer(
      Delivery tried,
      @Nullable Duration asked,
      String answer,
      Instant now,
      Consumer<Decision<DeliveryEvent>> out) {
    Optional<Duration> pause = rules.pause(tried);
    if (pause.isEmpty()) {
      String reason = "given up after " + tried.attempts().size() + " attempts: " + answer;
      fail(tried, reason, tried.channel() == Channel.WEBHOOK, now, out);
      return;
    }
    Duration wait = asked == null || asked.compareTo(pause.get()) < 0 ? pause.get() : asked;
    Instant next = now.plus(wait.compareTo(LedgerRules.OLDEST) < 0 ? wait : LedgerRules.OLDEST);
    Delivery deferred = tried.now(new State.Deferred(next));
    open.schedule(deferred, next);
    write(new Updated(deferred), out);
  }

  private void fail(
      Delivery tried,
      String reason,
      boolean suspends,
      Instant now,
      Consumer<Decision<DeliveryEvent>> out) {
    Instant begun = tried.attempts().getLast().at();
    close(tried, new State.Failed(now, reason), out);
    if (suspends && audience.suspension(tried.subscriber(), tried.channel()).isEmpty()) {
      // As of the attempt's begin: the owner may have confirmed another address since.
      remember(new Suspended(tried.subscriber(), tried.channel(), begun, reason), now, out);
      if (!audience.isReachable(tried.subscriber(), tried.channel())) {
        tellOwner(tried, now, out);
      }
    }
  }

  /// By another way where there is one.
  private void tellOwner(Delivery failed, Instant now, Consumer<Decision<DeliveryEvent>> out) {
    if (failed.tellsOfAnother()) {
      return;
    }
    Stream.of(Channel.values())
        .filter(channel -> audience.isReachable(failed.subscriber(), channel))
        .findFirst()
        .ifPresent(channel -> queue(notice(failed, channel, now), now, out));
  }

  private static Delivery notice(Delivery failed, Channel channel, Instant now) {
    return new Delivery(
        failed.noticeId(),
        channel,
        failed.subscriber(),
        failed.subscription(),
        now,
        now,
        new State.Queued(),
        List.of());
  }

  /// Why nothing goes to a subscriber by some way, for the notice that says so; empty when
  /// everything works again.
  public Optional<Suspended> suspensionOf(String subscriber) {
    return Stream.of(Channel.values())
        .flatMap(channel -> audience.suspension(subscriber, channel).stream())
        .findFirst();
  }

  private void close(Delivery delivery, State end, Consumer<Decision<DeliveryEvent>> out) {
    open.remove(delivery);
    write(new Updated(delivery.now(end)), out);
  }

  private static void write(DeliveryEvent event, Consumer<Decision<DeliveryEvent>> out) {
    out.accept(new Decision<>(event.key(), event));
  }

  /// How many deliveries are not at an end.
  public int count() {
    return open.count();
  }

  /// When the next delivery is due that is not lent; empty when nothing waits.
  public Optional<Instant> nextDue() {
    return open.nextDue();
  }

  /// Attempts that are on their way, as far as the ledger knows.
  public List<Delivery> onTheirWay() {
    return open.all().stream().filter(it -> it.state() instanceof State.Sending).toList();
  }

  /// A delivery that is not at an end.
  public Optional<Delivery> find(String key) {
    return Optional.ofNullable(open.get(key));
  }
}
