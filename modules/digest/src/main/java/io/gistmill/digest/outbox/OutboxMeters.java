package io.gistmill.digest.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import org.apache.kafka.clients.consumer.Consumer;

/// What there is to measure of the outbox: mails, and how far its reading lags behind.
final class OutboxMeters implements AutoCloseable {

  private final Counter mails;
  private final KafkaClientMetrics reading;

  /// @param service tells the outbox from the stages
  OutboxMeters(MeterRegistry registry, String service, Consumer<?, ?> consumer) {
    mails =
        Counter.builder("gistmill.outbox.mails")
            .description("Mails written by this process")
            .register(registry);
    reading = new KafkaClientMetrics(consumer, Tags.of("service", service));
    reading.bindTo(registry);
  }

  void written() {
    mails.increment();
  }

  @Override
  public void close() {
    reading.close();
  }
}
