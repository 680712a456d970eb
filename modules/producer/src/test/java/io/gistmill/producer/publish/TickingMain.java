package io.gistmill.producer.publish;

import io.gistmill.producer.clock.ClockPace;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// A clock in a process of its own, in which a quarter of an hour takes fifty milliseconds of the
/// real time that all such processes share.
final class TickingMain {

  private static final int FACTOR = 18_000;

  private TickingMain() {}

  public static void main(String... arguments) {
    Clock machine = Clock.systemUTC();
    long origin = Long.parseLong(arguments[1]);
    var pace =
        new ClockPace(
            () ->
                ClockOutageTest.NOON.plus(
                    Duration.between(Instant.ofEpochMilli(origin), machine.instant())
                        .multipliedBy(FACTOR)),
            Duration.ofSeconds(5).multipliedBy(FACTOR),
            Duration.ofMillis(5));
    var connection =
        new KafkaConnection(
            arguments[0], Map.of("session.timeout.ms", "2000", "heartbeat.interval.ms", "500"));
    ClockService.start(connection, ClockOutageTest.TOPICS, pace, new SimpleMeterRegistry())
        .stopped()
        .join();
  }
}
