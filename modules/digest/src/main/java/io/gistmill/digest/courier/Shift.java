package io.gistmill.digest.courier;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import io.gistmill.digest.courier.Flights.Flight;
import io.gistmill.digest.courier.LedgerReader.Heard;
import io.gistmill.digest.courier.Ways.Place;
import io.gistmill.digest.courier.ledger.Ledger;
import io.gistmill.digest.courier.ledger.Ledger.Returned;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DeliveryEvent.Suspended;
import io.gistmill.runtime.state.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the ledger of one partition from the moment at which its predecessor is shut out until
/// Kafka takes no more of its records. Decides first, writes, and acts last: an attempt starts when
/// its `Sending` is committed.
///
/// For the clerk's thread; attempts and compositions come back through its inbox.
final class Shift implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
  private static final int AT_ONCE = 1_000;
  private static final Duration WORDS_LATER = Duration.ofMillis(500);
  private static final Duration MEMBER_LATER = Duration.ofSeconds(1);

  private final Office office;
  private final int partition;
  private final Consumer<Note> inbox;
  private final Ledger ledger;
  private final LedgerLog log;
  private final LedgerReader reader;

  /// Places in lanes that are taken by what has not begun yet, by key.
  private final Map<String, Place> turns = new HashMap<>();

  private final Set<Flight> flying = new HashSet<>();

  /// Their outcomes are decided on, and not written yet.
  private final Set<Flight> landed = new HashSet<>();

  private final List<Decision<DeliveryEvent>> decisions = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();

  /// What happens elsewhere and concerns a shift.
  sealed interface Note {

    record Told(Shift shift, Heard heard) implements Note {}

    record Turn(Shift shift, Delivery delivery, Place place) implements Note {}

    record Composed(Shift shift, Delivery delivery, Composition composition) implements Note {}

    /// Concerns every shift that knows the attempt.
    record Landed(Flight flight, Outcome outcome) implements Note {}
  }

  private Shift(Office office, int partition, Consumer<Note> inbox, LedgerLog log) {
    this.office = office;
    this.partition = partition;
    this.inbox = inbox;
    this.log = log;
    this.ledger = new Ledger(office.settings().rules());
    this.reader = new LedgerReader(office.kafka(), office.topics(), partition);
  }

  /// Shuts out the predecessor and reads the ledger.
  ///
  /// @param goOn asked while it reads
  /// @return empty when it was told to stop meanwhile
  /// @throws KafkaException when Kafka does not answer
  static Optional<Shift> begin(
      Office office, int partition, Consumer<Note> inbox, BooleanSupplier goOn) {
    var shift = open(office, partition, inbox);
    try {
      if (shift.read(goOn)) {
        return Optional.of(shift);
      }
      shift.close();
      return Optional.empty();
    } catch (RuntimeException e) {
      shift.close();
      throw e;
    }
  }

  private static Shift open(Office office, int partition, Consumer<Note> inbox) {
    var log = LedgerLog.open(office.kafka(), office.topics(), partition);
    try {
      return new Shift(office, partition, inbox, log);
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  private boolean read(BooleanSupplier goOn) {
    if (!reader.readInto(ledger, log.mark(), goOn)) {
      return false;
    }
    ledger.onTheirWay().forEach(this::rejoin);
    Instant now = office.clock().instant();
    ledger.rebuilt(now, decisions::add);
    LOG.info(
        "partition={} event=ledger-read open={} interrupted={}",
        partition,
        ledger.count(),
        ledger.onTheirWay().size() - flying.size());
    commit();
    reader.follow(heard -> inbox.accept(new Note.Told(this, heard)));
    return true;
  }

  /// An attempt of this process that outlived the last shift.
  private void rejoin(Delivery delivery) {
    if (delivery.state() instanceof State.Sending(var since)) {
      var flight = new Flight(delivery.key(), since);
      if (office.flights().rejoin(flight, outcome -> land(flight, outcome))
          && ledger.resume(delivery.key(), since)) {
        flying.add(flight);
      }
    }
  }

  private void land(Flight flight, Outcome outcome) {
    inbox.accept(new Note.Landed(flight, outcome));
  }

  Ledger ledger() {
    return ledger;
  }

  /// Attempts whose outcome is not written yet.
  int flying() {
    return flying.size();
  }

  /// Decides on what happened; nothing is written yet.
  ///
  /// @param leaving whether no attempt may begin any more
  void hear(Note note, boolean leaving) {
    Instant now = office.clock().instant();
    switch (note) {
      case Note.Told(var shift, var heard) when shift == this -> hear(heard, now);
      case Note.Turn turn when turn.shift() == this -> hear(turn, leaving, now);
      case Note.Composed composed when composed.shift() == this -> hear(composed, leaving, now);
      case Note.Landed(var flight, var outcome) -> hear(flight, outcome, now);
      case Note.Told _, Note.Composed _ -> {}
      case Note.Turn turn -> office.ways().returned(turn.place());
    }
  }

  private void hear(Heard heard, Instant now) {
    switch (heard) {
      case Heard.OfLedger(var event) -> ledger.hear(event, now, decisions::add);
      case Heard.OfSubscriber(var subscriber, var event) -> ledger.hear(subscriber, event);
      case Heard.Failed(var cause) ->
          throw cause instanceof KafkaException ? cause : new IllegalStateException(cause);
    }
  }

  private void hear(Note.Turn turn, boolean leaving, Instant now) {
    Delivery delivery = turn.delivery();
    turns.put(delivery.key(), turn.place());
    Optional<Suspended> about = ledger.suspensionOf(delivery.subscriber());
    if (leaving) {
      putBack(delivery, now);
    } else if (delivery.tellsOfAnother() && about.isEmpty()) {
      giveUp(delivery, "the address works again", now);
    } else {
      office
          .flights()
          .run(() -> inbox.accept(new Note.Composed(this, delivery, compose(delivery, about))));
    }
  }

  private Composition compose(Delivery delivery, Optional<Suspended> about) {
    try {
      if (delivery.tellsOfAnother()) {
        return new Composition.Ready(office.notices().message(delivery, about.orElseThrow()));
      }
      long offset = delivery.offset() == null ? -1 : delivery.offset();
      return office
          .shelf()
          .find(partition, offset)
          .map(digest -> office.composer().digest(delivery, digest))
          .orElseGet(() -> new Composition.Never("the log no longer holds the digest"));
    } catch (KafkaException e) {
      return new Composition.Later("Kafka does not give the digest: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("delivery={} msg=\"no message could be made\"", delivery.key(), e);
      return new Composition.Never("no message could be made of it: " + e);
    }
  }

  private void hear(Note.Composed composed, boolean leaving, Instant now) {
    Delivery delivery = composed.delivery();
    switch (composed.composition()) {
      case Composition.Later _ -> putBack(delivery, now.plus(WORDS_LATER));
      case Composition.Never(var reason) -> giveUp(delivery, reason, now);
      case Composition.Ready _ when leaving || !office.membership().isFresh() ->
          putBack(delivery, now.plus(MEMBER_LATER));
      case Composition.Ready(var message) -> begin(delivery, message, now);
    }
  }

  private void putBack(Delivery delivery, Instant until) {
    ledger.postpone(delivery.key(), until);
    leaveLane(delivery);
  }

  private void giveUp(Delivery delivery, String reason, Instant now) {
    ledger.giveUp(delivery.key(), reason, now, decisions::add);
    leaveLane(delivery);
  }

  private void leaveLane(Delivery delivery) {
    Place place = turns.remove(delivery.key());
    if (place != null) {
      office.ways().returned(place);
    }
  }

  private void begin(Delivery delivery, Message message, Instant now) {
    Optional<Delivery> sending = ledger.begin(delivery.key(), now, decisions::add);
    if (sending.isEmpty()) {
      leaveLane(delivery);
    } else {
      Recipient to = ledger.recipient(delivery);
      afterwards.add(() -> start(new Flight(delivery.key(), now), delivery, message, to));
    }
  }

  private void start(Flight flight, Delivery delivery, Message message, Recipient to) {
    Place place = Objects.requireNonNull(turns.remove(delivery.key()));
    Transport transport = office.ways().transport(place);
    flying.add(flight);
    office
        .flights()
        .start(
            flight,
            () -> transport.send(message, to),
            outcome -> land(flight, outcome),
            outcome -> office.ways().landed(place, outcome));
  }

  private void hear(Flight flight, Outcome outcome, Instant now) {
    if (flying.remove(flight)) {
      landed.add(flight);
      Delivery delivery = ledger.find(flight.key()).orElse(null);
      ledger.end(flight.key(), flight.since(), outcome, now, decisions::add);
      afterwards.add(
          () -> {
            landed.remove(flight);
            office.flights().forget(flight);
            if (delivery != null) {
              office.meters().ended(delivery.channel(), outcome);
            }
          });
    }
  }

  /// Puts what is due into the lanes.
  void dispatch() {
    for (Delivery delivery : ledger.due(office.clock().instant(), AT_ONCE, decisions::add)) {
      afterwards.add(() -> offer(delivery));
    }
  }

  private void offer(Delivery delivery) {
    Optional<Place> place = office.ways().place(delivery.channel(), ledger.recipient(delivery));
    if (place.isPresent()) {
      Runnable go = () -> inbox.accept(new Note.Turn(this, delivery, place.get()));
      office.ways().offer(new Ways.Job(this, place.get(), go));
    } else {
      String reason = "nothing goes out by " + delivery.channel() + " from here";
      ledger.giveUp(delivery.key(), reason, office.clock().instant(), decisions::add);
    }
  }

  /// Writes what was decided, then acts on it.
  ///
  /// @return whether there was anything to write
  /// @throws KafkaException when it is not known to be written; this shift is over then
  boolean commit() {
    boolean writes = !decisions.isEmpty();
    if (writes) {
      log.write(decisions);
      office.meters().written(decisions);
      ledger.takeReturned().forEach(this::tell);
      decisions.clear();
    }
    List<Runnable> actions = List.copyOf(afterwards);
    afterwards.clear();
    actions.forEach(Runnable::run);
    return writes;
  }

  /// Whoever sends to a domain has to know what comes back from there.
  private void tell(Returned returned) {
    office.meters().returned(returned.kind());
    office.ways().cameBack(returned.channel(), returned.from(), returned.kind(), returned.after());
  }

  /// Takes up digests: one transaction of what is queued and the position behind them.
  ///
  /// @return how many records came to their end
  int take(Intake intake) {
    Intake.Batch batch = intake.takeInto(ledger, office.clock().instant());
    if (!batch.isEmpty()) {
      log.take(batch.decisions(), batch.rejects(), batch.next(), reader.group());
      intake.forget(batch.count());
      office.meters().written(batch.decisions());
    }
    return batch.count();
  }

  /// Leaves attempts that are on their way to whoever reads the ledger next.
  @Override
  public void close() {
    office.ways().removeJobsOf(this);
    turns.values().forEach(office.ways()::returned);
    turns.clear();
    flying.forEach(office.flights()::leave);
    landed.forEach(office.flights()::leave);
    reader.close();
    log.close();
  }
}
