package io.gistmill.runtime.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What a topology measures of its own, for all its tasks. It reaches the processors as a setting
/// among Kafka's, so that a topology is the same with and without it.
///
/// What is counted here is counted when it is decided: a transaction that is rolled back and done
/// again counts twice.
final class StreamsMeters {

  /// Setting that holds this object.
  static final String SETTING = "gistmill.meters";

  /// Upper ends of the histogram's buckets.
  private static final Duration[] BUCKETS =
      LongStream.of(
              1, 2, 5, 10, 20, 30, 50, 70, 100, 150, 200, 300, 500, 1_000, 2_000, 5_000, 10_000,
              30_000, 60_000, 300_000, 900_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private static final String SERVICE = "service";

  private final MeterRegistry registry;
  private final String service;
  private final InstantSource clock;
  private final Timer latency;
  private final Timer tickDelay;
  private final Map<String, Counter> outcomes = new ConcurrentHashMap<>();

  StreamsMeters(Metering metering, String service) {
    this.registry = metering.registry();
    this.service = service;
    this.clock = metering.clock();
    this.latency =
        timer(registry, service, "gistmill.latency", "From a record's writing to its processing");
    this.tickDelay =
        timer(registry, service, "gistmill.tick.delay", "From a tick's instant to its processing");
  }

  private static Timer timer(
      MeterRegistry registry, String service, String name, String description) {
    return Timer.builder(name)
        .description(description)
        .tag(SERVICE, service)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  /// @return null when nothing is to be measured
  static @Nullable StreamsMeters of(Map<String, ?> settings) {
    return (StreamsMeters) settings.get(SETTING);
  }

  /// @param millis from the time at which the broker took the record until now; clocks of two
  ///   machines may differ, so that less than nothing counts as nothing
  void processed(long millis) {
    latency.record(Duration.ofMillis(Math.max(0, millis)));
  }

  void ticked(Instant tick) {
    Duration delay = Duration.between(tick, clock.instant());
    tickDelay.record(delay.isNegative() ? Duration.ZERO : delay);
  }

  void decided(String outcome) {
    outcomes.computeIfAbsent(outcome, this::counter).increment();
  }

  /// Stands at nothing from the start, so that the first reject shows as a rise.
  Counter rejects(String kind) {
    return Counter.builder("gistmill.rejects")
        .description("Records and results that went to the rejects")
        .tag(SERVICE, service)
        .tag("kind", kind)
        .register(registry);
  }

  private Counter counter(String outcome) {
    return Counter.builder("gistmill.outcomes")
        .description("Records that a stage has decided to write")
        .tag(SERVICE, service)
        .tag("outcome", outcome)
        .register(registry);
  }
}
