package io.gistmill.digest.courier.ledger;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Reach;
import io.gistmill.domain.BounceKind;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DeliveryEvent.Bounced;
import io.gistmill.domain.DeliveryEvent.Updated;
import io.gistmill.domain.Digest;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.runtime.state.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// A courier over a log in memory and peers that answer by chance, killed at every kind of moment:
/// before a decision is written, between the `Sending` and the attempt, while the peer has the
/// message and nobody knows, and when the outcome is known and not written.
final class SimulatedCourier {

  private static final int READERS = 6;
  private static final int DIGESTS = 24;
  private static final Duration LIMIT = Duration.ofDays(6);

  private final SplittableRandom random;
  private final List<Decision<DeliveryEvent>> log = new ArrayList<>();
  private final List<Digest> digests = new ArrayList<>();
  private final Map<String, Subscribed> subscribers = new TreeMap<>();

  /// What peers took, by id and channel: how often.
  private final Map<String, Integer> arrived = new TreeMap<>();

  /// Repeats that began, and attempts that were open at kills.
  private int repeats;

  private int openAtKills;
  private int kills;
  private final Set<String> open = new HashSet<>();

  private Ledger ledger = new Ledger(Bench.RULES);
  private final List<Decision<DeliveryEvent>> decided = new ArrayList<>();
  private final Map<String, Instant> flying = new HashMap<>();
  private final Map<String, Outcome> landed = new HashMap<>();
  private final List<String> offered = new ArrayList<>();

  /// How far each delivery has come, as the log says.
  private final Map<String, Delivery> latest = new TreeMap<>();

  private final List<Bounced> unheard = new ArrayList<>();

  /// What came back, each as it was told first.
  private final Map<String, Bounced> reported = new TreeMap<>();

  private Instant now = Bench.CUT;
  private boolean disturbed = true;

  SimulatedCourier(long seed) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < READERS; i++) {
      String name = "reader" + i;
      subscribers.put(
          name,
          new Subscribed(
              name,
              List.of(Bench.subscription(name, Bench.BOTH)),
              Bench.contact(Bench.CUT.minusSeconds(60))));
    }
    for (int i = 0; i < DIGESTS; i++) {
      Channel[] channels = random.nextBoolean() ? Bench.BOTH : new Channel[] {Channel.EMAIL};
      digests.add(Bench.digest("reader" + i % READERS, i / READERS, channels));
    }
    takeOver();
  }

  void run() {
    for (int step = 0; step < 400; step++) {
      step();
    }
    disturbed = false;
    Instant end = now.plus(LIMIT);
    while (!isDone() && now.isBefore(end)) {
      step();
    }
  }

  private boolean isDone() {
    return unheard.isEmpty()
        && ledger.takenUpTo() == DIGESTS - 1
        && ledger.count() == 0
        && decided.isEmpty();
  }

  private void step() {
    now = now.plusSeconds(random.nextInt(disturbed ? 90 : 300));
    if (disturbed && random.nextInt(12) == 0) {
      kill();
      return;
    }
    switch (random.nextInt(6)) {
      case 0 -> takeUp();
      case 5 -> reportComesBack();
      case 1 -> ledger.due(now, 3, decided::add).forEach(it -> offered.add(it.key()));
      case 2 -> begin();
      case 3 -> peersAnswer();
      default -> end();
    }
    if (random.nextBoolean()) {
      hearOfReports();
    }
    if (disturbed && random.nextInt(25) == 0) {
      kill();
    } else {
      write();
    }
  }

  /// Everything up to here in one transaction.
  private void write() {
    for (Decision<DeliveryEvent> decision : decided) {
      if (decision.value() instanceof Updated(var delivery)) {
        note(delivery);
        latest.put(delivery.key(), delivery);
      }
    }
    log.addAll(decided);
    decided.clear();
  }

  private void note(Delivery delivery) {
    if (delivery.state() instanceof State.Sending(var since)) {
      if (Ledger.isRepeat(delivery)) {
        repeats++;
        if (!open.remove(delivery.key())) {
          throw new AssertionError("a repeat of what was not open: " + delivery);
        }
      }
      flying.put(delivery.key(), since);
    }
  }

  private void takeUp() {
    long next = ledger.takenUpTo() + 1;
    if (next < DIGESTS && !digests.get((int) next).cut().isAfter(now)) {
      ledger.take(digests.get((int) next), next, now, decided::add);
    }
  }

  private void begin() {
    if (!offered.isEmpty()) {
      var ignored = ledger.begin(offered.remove(random.nextInt(offered.size())), now, decided::add);
    }
  }

  /// Of something that was sent, with another beside it now and then. Whoever wrote it writes it
  /// again when it dies before it has put the mail aside.
  private void reportComesBack() {
    if (random.nextInt(4) > 0) {
      return;
    }
    List<Delivery> sent =
        latest.values().stream()
            .filter(it -> it.channel() == Channel.EMAIL && it.state() instanceof State.Sent)
            .toList();
    if (sent.isEmpty()) {
      return;
    }
    Delivery of = sent.get(random.nextInt(sent.size()));
    BounceKind kind = random.nextInt(8) == 0 ? BounceKind.HARD : BounceKind.SOFT;
    var report = new Bounced(of, kind, null, "a report", now, null);
    reported.putIfAbsent(report.key(), report);
    for (int times = random.nextInt(3); times >= 0; times--) {
      log.add(new Decision<>(report.key(), report));
      if (random.nextBoolean()) {
        ledger.hear(report, now, decided::add);
      } else {
        unheard.add(report);
      }
    }
  }

  /// The courier reads its topic behind those who write.
  private void hearOfReports() {
    unheard.forEach(report -> ledger.hear(report, now, decided::add));
    unheard.clear();
  }

  /// Some of what is on its way reaches its peer, which takes it or does not.
  private void peersAnswer() {
    for (String key : List.copyOf(flying.keySet())) {
      if (!landed.containsKey(key) && random.nextBoolean()) {
        landed.put(key, answer(key));
      }
    }
  }

  private Outcome answer(String key) {
    return switch (disturbed ? random.nextInt(6) : 5) {
      case 0 -> new Outcome.Deferred("451 later", null, Reach.MESSAGE);
      case 1 -> new Outcome.Deferred("no answer", Duration.ofMinutes(3), Reach.DESTINATION);
      default -> {
        arrived.merge(key, 1, Integer::sum);
        yield new Outcome.Accepted("250 taken");
      }
    };
  }

  private void end() {
    for (String key : List.copyOf(landed.keySet())) {
      if (random.nextBoolean()) {
        Instant since = Objects.requireNonNull(flying.remove(key));
        Outcome outcome = Objects.requireNonNull(landed.remove(key));
        ledger.end(key, since, outcome, now, decided::add);
      }
    }
  }

  /// What is on its way may still arrive, and nobody will know.
  private void kill() {
    kills++;
    for (String key : List.copyOf(flying.keySet())) {
      if (!landed.containsKey(key) && random.nextBoolean()) {
        var ignored = answer(key);
      }
    }
    flying.clear();
    landed.clear();
    offered.clear();
    decided.clear();
    unheard.clear();
    takeOver();
  }

  private void takeOver() {
    ledger = new Ledger(Bench.RULES);
    log.forEach(record -> ledger.read(record.key(), record.value(), now));
    subscribers.forEach((name, subscribed) -> ledger.hear(name, subscribed));
    for (Delivery delivery : ledger.onTheirWay()) {
      // Found open by two couriers in a row, it is still one that may have arrived.
      if (open.add(delivery.key())) {
        openAtKills++;
      }
    }
    ledger.rebuilt(now, decided::add);
  }

  /// Id and channel of whatever has to arrive.
  Set<String> expected() {
    var keys = new HashSet<String>();
    for (Digest digest : digests) {
      for (Channel channel : digest.subscription().channels()) {
        keys.add(digest.id() + "|" + channel.name().toLowerCase(Locale.ROOT));
      }
    }
    return keys;
  }

  Map<String, Integer> arrived() {
    return arrived;
  }

  /// How many arrived more than once.
  int arrivedAgain() {
    return arrived.values().stream().mapToInt(count -> count - 1).sum();
  }

  Map<String, Bounced> reported() {
    return reported;
  }

  /// What the log says of a kind, oldest first.
  <E extends DeliveryEvent> List<E> written(Class<E> type) {
    return log.stream().map(Decision::value).filter(type::isInstance).map(type::cast).toList();
  }

  int repeats() {
    return repeats;
  }

  int openAtKills() {
    return openAtKills;
  }

  int kills() {
    return kills;
  }

  /// How each delivery has ended, as the log says.
  Map<String, State> ends() {
    var ends = new TreeMap<String, State>();
    latest.forEach((key, delivery) -> ends.put(key, delivery.state()));
    return ends;
  }
}
