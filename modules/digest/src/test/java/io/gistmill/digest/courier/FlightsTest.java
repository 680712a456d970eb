package io.gistmill.digest.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.delivery.Outcome;
import io.gistmill.digest.courier.Flights.Flight;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Says when the place of an attempt goes to the next.
class FlightsTest {

  private static final Flight FLIGHT = new Flight("a.1|email", Instant.EPOCH);

  private final Flights flights = new Flights();
  private final CountDownLatch answer = new CountDownLatch(1);
  private final Queue<Outcome> landed = new ConcurrentLinkedQueue<>();
  private final Queue<Outcome> done = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    flights.close();
  }

  private void start() {
    flights.start(
        FLIGHT,
        () -> {
          answer.await();
          return FakePeer.ACCEPTED;
        },
        landed::add,
        done::add);
  }

  private void land() {
    answer.countDown();
    await().until(() -> !landed.isEmpty());
  }

  @Test
  void itGoesOnceTheOutcomeIsWritten() {
    start();
    land();
    assertThat(done).isEmpty();

    flights.forget(FLIGHT);

    assertThat(done).containsExactly(FakePeer.ACCEPTED);
  }

  @Test
  void itGoesAtTheLandingWhereNobodyWritesAnyMore() {
    start();

    flights.leave(FLIGHT);
    assertThat(done).isEmpty();
    answer.countDown();

    await().until(() -> !done.isEmpty());
    flights.forget(FLIGHT);
    assertThat(done).hasSize(1);
  }

  @Test
  void itGoesAtOnceWhereWhoeverShouldWriteLeavesBehindTheLanding() {
    start();
    land();

    flights.leave(FLIGHT);

    assertThat(done).hasSize(1);
  }

  @Test
  void itWaitsForWhoeverTakesOverToWrite() {
    start();
    flights.leave(FLIGHT);
    flights.rejoin(FLIGHT, landed::add);
    land();
    assertThat(done).isEmpty();

    flights.forget(FLIGHT);

    assertThat(done).hasSize(1);
  }
}
