package io.gistmill.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Topics;
import io.gistmill.courier.SinkTable.Row;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.testsupport.kafka.TestBroker;
import io.gistmill.testsupport.peer.SelfSigned;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a receiver does, the ledger says what the documentation says, and the digest comes
/// under the same id each time. All receivers misbehave at once.
///
/// `-Dgistmill.sinks.seeds=20` tries more orders than one.
@Timeout(400)
class SinksThatMisbehaveTest {

  private static final Duration ASKED = Duration.ofHours(1);
  private static final Duration LIMIT = Duration.ofSeconds(120);

  /// Longer than any pause of the first attempts, and than what a receiver asks for.
  private static final Duration LATER = Duration.ofHours(3);

  private static final int SEEDS = Integer.getInteger("gistmill.sinks.seeds", 1);

  @TempDir private static Path folder;
  private static TestBroker broker;
  private static SSLContext certificate;

  @BeforeAll
  static void start() throws Exception {
    broker = TestBroker.start();
    certificate = SelfSigned.context(folder, "localhost");
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ledgerSaysWhatTheTableSays(long seed) {
    // given
    var rows = new ArrayList<>(SinkTable.rows());
    Collections.shuffle(rows, new Random(seed));
    var topics = new Topics("sinks-" + seed, 1, 2);
    var clock = new SlowClock();
    try (var sinks = new Sinks(rows, new SplittableRandom(seed), certificate);
        var history = new LedgerHistory(broker.bootstrapServers(), topics)) {
      var world = CourierWorld.on(broker.bootstrapServers(), topics, sinks::reader);
      world.cutByHand(rows.size());
      var ledger = new Ledger(world, history);
      var courier =
          new TestCourier(
              broker.bootstrapServers(), topics, clock, Duration.ofSeconds(45), 2 * rows.size());

      // when
      try (var _ = courier.start(world.begin(), sinks.transports(clock))) {
        for (int attempt = 1; attempt <= Sinks.MOST_TIMES + 1; attempt++) {
          ledger.awaitAttempt(attempt, rows.size());

          // then
          for (int reader = 0; reader < rows.size(); reader++) {
            boolean well = attempt > sinks.times(reader);
            assertThat(ledger.words(reader, clock.instant()))
                .as("%s, attempt %d, seed %d", rows.get(reader), attempt, seed)
                .isEqualTo(well ? rows.get(reader).then() : rows.get(reader).ledger());
          }
          clock.advance(LATER);
        }
      }
      assertThat(history.suspended())
          .as("suspended, seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(toBeSuspended(rows));
      assertOneIdForEach(sinks, world, seed);
    }
  }

  /// Goes on for some seconds after each advance, and then stands still: what the courier puts off
  /// for a second comes up again, and no attempt does before its turn.
  private static final class SlowClock implements InstantSource {

    private static final int SLOWER = 4;
    private static final Duration MOST = Duration.ofSeconds(3);

    private Instant time = Instant.now();
    private long since = System.nanoTime();

    @Override
    public synchronized Instant instant() {
      Duration gone = Duration.ofNanos(System.nanoTime() - since).dividedBy(SLOWER);
      return time.plus(gone.compareTo(MOST) < 0 ? gone : MOST);
    }

    synchronized void advance(Duration by) {
      time = instant().plus(by);
      since = System.nanoTime();
    }
  }

  /// What the ledger says of the one delivery of each reader.
  private record Ledger(CourierWorld world, LedgerHistory history) {

    void awaitAttempt(int number, int readers) {
      history.await(
          "attempt " + number,
          () -> IntStream.range(0, readers).allMatch(reader -> hasCome(reader, number)),
          LIMIT);
    }

    private boolean hasCome(int reader, int attempt) {
      return last(reader)
          .filter(
              delivery ->
                  switch (delivery.state()) {
                    case State.Sent _, State.Bounced _, State.Failed _, State.Expired _ -> true;
                    case State.Deferred _ -> delivery.attempts().size() == attempt;
                    case State.Queued _, State.Sending _ -> false;
                  })
          .isPresent();
    }

    private Optional<Delivery> last(int reader) {
      return history.last(world.keys(reader).getFirst());
    }

    /// In those of the documentation.
    String words(int reader, Instant now) {
      Delivery delivery = last(reader).orElseThrow();
      return switch (delivery.state()) {
        case State.Deferred(var next) when next.isAfter(now.plus(ASKED.minusMinutes(1))) ->
            "Deferred for as long as it asks";
        case State.Deferred _ -> "Deferred";
        case State.Failed _ when history.suspended().contains(delivery.subscriber()) ->
            "Failed, address suspended";
        case State state -> state.getClass().getSimpleName();
      };
    }
  }

  private static List<String> toBeSuspended(List<Row> rows) {
    return IntStream.range(0, rows.size())
        .filter(reader -> rows.get(reader).ledger().endsWith("suspended"))
        .mapToObj(reader -> "reader-" + reader)
        .toList();
  }

  private static void assertOneIdForEach(Sinks sinks, CourierWorld world, long seed) {
    for (int reader = 0; reader < sinks.rows().size(); reader++) {
      String key = world.keys(reader).getFirst();
      assertThat(sinks.ids(reader))
          .as("ids at %s, seed %d", sinks.rows().get(reader), seed)
          .allMatch(key.substring(0, key.indexOf('|'))::equals);
      if (sinks.rows().get(reader).then().equals("Sent")) {
        assertThat(sinks.ids(reader)).isNotEmpty();
      }
    }
  }
}
