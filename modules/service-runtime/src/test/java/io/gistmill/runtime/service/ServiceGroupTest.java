package io.gistmill.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.runtime.LogLines;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServiceGroupTest {

  private static final RuntimeException CAUSE = new IllegalStateException("a bug");

  static {
    // Its trace in the output of a test that succeeds would mislead.
    CAUSE.setStackTrace(new StackTraceElement[0]);
  }

  private final List<String> closed = new CopyOnWriteArrayList<>();

  @Test
  void servicesEndInReverseOrderOfStartAndOnce() {
    var group = new ServiceGroup();
    group.add(service("broker"));
    group.add(service("desk"));
    group.add(service("pages"));

    group.close();
    group.close();

    assertThat(closed).containsExactly("pages", "desk", "broker");
  }

  @Test
  void theFirstDeathEndsTheWaitWithItsCauseInTheLogOnce() throws InterruptedException {
    try (var log = LogLines.listen();
        var group = new ServiceGroup()) {
      FakeService desk = group.add(service("desk"));
      FakeService pages = group.add(service("pages"));

      desk.die(CAUSE);
      pages.die(new IllegalStateException("as a consequence"));

      assertThat(group.awaitEnd()).isEqualTo(new End.Died("desk", CAUSE));
      assertThat(group.alive()).isFalse();
      assertThat(group.ready()).isFalse();
      assertThat(log.traces(CAUSE)).isEqualTo(1);
      assertThat(log.lines())
          .containsExactly(
              "ERROR service died service=desk",
              "WARN service died too service=pages cause=java.lang.IllegalStateException: as a"
                  + " consequence");
    }
  }

  @Test
  void aServiceThatEndsByItselfCountsAsDead() throws InterruptedException {
    try (var group = new ServiceGroup()) {
      group.add(service("desk")).end();

      End end = group.awaitEnd();

      assertThat(end)
          .isInstanceOfSatisfying(
              End.Died.class, died -> assertThat(died.cause()).hasMessageContaining("by itself"));
    }
  }

  @Test
  void stopEndsTheWaitAndClosesNothing() throws InterruptedException {
    var group = new ServiceGroup();
    group.add(service("desk"));

    group.stop();

    assertThat(group.awaitEnd()).isEqualTo(new End.Stopped());
    assertThat(group.alive()).isTrue();
    assertThat(closed).isEmpty();
  }

  @Test
  void closingOneThatHangsTakesABoundedTimeAndNamesIt() {
    var never = new CompletableFuture<Void>();
    try (var log = LogLines.listen()) {
      var group = new ServiceGroup(Duration.ofMillis(400));
      group.add(service("broker"));
      group.add(service("desk").thatEndsOn(never));

      long before = System.nanoTime();
      group.close();
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);

      assertThat(closed).containsExactly("desk", "broker");
      assertThat(log.lines())
          .containsExactly("WARN service did not end in time service=desk limit=PT0.4S");
      // The upper bound leaves room for a busy machine; without a limit this would hang.
      assertThat(took).isBetween(400L, 20_000L);
    } finally {
      never.complete(null);
    }
  }

  @Test
  void aSecondCloseWaitsForTheFirst() throws InterruptedException {
    var mayEnd = new CompletableFuture<Void>();
    var group = new ServiceGroup(Duration.ofSeconds(30));
    group.add(service("desk").thatEndsOn(mayEnd));
    Thread first = Thread.ofVirtual().start(group::close);
    group.awaitEnd();
    Thread second = Thread.ofVirtual().start(group::close);

    assertThat(second.join(Duration.ofMillis(100))).isFalse();
    mayEnd.complete(null);

    assertThat(first.join(Duration.ofSeconds(20))).isTrue();
    assertThat(second.join(Duration.ofSeconds(20))).isTrue();
    assertThat(closed).containsExactly("desk");
  }

  @Test
  void whoeverComesWhileTheGroupClosesIsClosedToo() {
    var group = new ServiceGroup();
    group.close();

    assertThatThrownBy(() -> group.add(service("late")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("late");

    assertThat(closed).containsExactly("late");
  }

  @Test
  void readinessIsTheUnionOfHindrances() {
    try (var group = new ServiceGroup()) {
      group.expect("desk", "pages");
      group.add(service("desk").hinderedBy("the broker does not answer"));

      assertThat(group.services())
          .isEqualTo(
              Map.of(
                  "desk", List.of("the broker does not answer"),
                  "pages", List.of("has not started yet")));
      assertThat(group.ready()).isFalse();
    }
  }

  @Test
  void withoutHindrancesTheGroupIsReady() {
    try (var group = new ServiceGroup()) {
      group.expect("desk");
      group.add(service("desk"));

      assertThat(group.ready()).isTrue();
    }
  }

  private FakeService service(String name) {
    return new FakeService(name, closed);
  }
}
