package io.gistmill.digest.courier;

import io.gistmill.delivery.Outcome;
import io.gistmill.digest.courier.ledger.Ledger;
import io.gistmill.domain.BounceKind;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DeliveryEvent.Updated;
import io.gistmill.runtime.state.Decision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.consumer.Consumer;

/// What there is to measure of the courier. All of it is there from the start, so that the first of
/// a kind shows as a rise.
final class CourierMeters implements AutoCloseable {

  private static final String ACCEPTED = "accepted";
  private static final String DEFERRED = "deferred";
  private static final String REFUSED = "refused";

  private final Map<Channel, Map<String, Counter>> attempts = new EnumMap<>(Channel.class);
  private final Map<Channel, Timer> delays = new EnumMap<>(Channel.class);
  private final Map<BounceKind, Counter> bounces = new EnumMap<>(BounceKind.class);
  private final Counter repeats;
  private final Counter expired;
  private final KafkaClientMetrics reading;

  /// @param service tells the courier from the stages
  CourierMeters(MeterRegistry registry, String service, Consumer<?, ?> consumer) {
    for (Channel channel : Channel.values()) {
      String name = channel.name().toLowerCase(Locale.ROOT);
      var byOutcome =
          Map.of(
              ACCEPTED, attempts(registry, name, ACCEPTED),
              DEFERRED, attempts(registry, name, DEFERRED),
              REFUSED, attempts(registry, name, REFUSED));
      attempts.put(channel, byOutcome);
      delays.put(
          channel,
          Timer.builder("gistmill.courier.delay")
              .description("From a digest's cut until its receiver had accepted it")
              .tag("channel", name)
              .serviceLevelObjectives(
                  Duration.ofSeconds(1),
                  Duration.ofSeconds(10),
                  Duration.ofMinutes(1),
                  Duration.ofMinutes(5),
                  Duration.ofMinutes(15),
                  Duration.ofHours(1),
                  Duration.ofHours(6),
                  Duration.ofDays(1))
              .register(registry));
    }
    for (BounceKind kind : BounceKind.values()) {
      bounces.put(
          kind,
          Counter.builder("gistmill.courier.bounces")
              .description("Mails that came back after they were accepted, and complaints")
              .tag("kind", kind.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    repeats =
        Counter.builder("gistmill.courier.repeats")
            .description("Attempts that repeated one which may have arrived")
            .register(registry);
    expired =
        Counter.builder("gistmill.courier.expired")
            .description("Digests that were too old to be sent when they could be")
            .register(registry);
    reading = new KafkaClientMetrics(consumer, Tags.of("service", service));
    reading.bindTo(registry);
  }

  private static Counter attempts(MeterRegistry registry, String channel, String outcome) {
    return Counter.builder("gistmill.courier.attempts")
        .description("Attempts to hand a message over")
        .tag("channel", channel)
        .tag("outcome", outcome)
        .register(registry);
  }

  /// Of what is asked at each scrape.
  static <T> void gauges(
      MeterRegistry registry, T courier, ToDoubleFunction<T> queue, ToDoubleFunction<T> oldest) {
    Gauge.builder("gistmill.courier.queue", courier, queue)
        .description("Deliveries in this process that are not at an end")
        .register(registry);
    Gauge.builder("gistmill.courier.oldest.due", courier, oldest)
        .description("How long the oldest delivery that waits has been due")
        .baseUnit("seconds")
        .register(registry);
  }

  void ended(Channel channel, Outcome outcome) {
    String name =
        switch (outcome) {
          case Outcome.Accepted _ -> ACCEPTED;
          case Outcome.Deferred _ -> DEFERRED;
          case Outcome.Refused _ -> REFUSED;
        };
    Objects.requireNonNull(Objects.requireNonNull(attempts.get(channel)).get(name)).increment();
  }

  /// Counts what has been written.
  void written(Collection<Decision<DeliveryEvent>> decisions) {
    for (Decision<DeliveryEvent> decision : decisions) {
      if (decision.value() instanceof Updated(var delivery)) {
        count(delivery);
      }
    }
  }

  /// A report was judged.
  void returned(BounceKind kind) {
    Objects.requireNonNull(bounces.get(kind)).increment();
  }

  private void count(Delivery delivery) {
    switch (delivery.state()) {
      case State.Sending _ when Ledger.isRepeat(delivery) -> repeats.increment();
      case State.Expired _ -> expired.increment();
      case State.Sent(var at) when !delivery.tellsOfAnother() && delivery.requested() == null ->
          Objects.requireNonNull(delays.get(delivery.channel()))
              .record(Duration.between(delivery.cut(), at));
      default -> {}
    }
  }

  @Override
  public void close() {
    reading.close();
  }
}
