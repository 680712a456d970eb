package io.gistmill.digest.courier.api;

import io.gistmill.contracts.Partitions;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DeliveryEvent.Bounced;
import io.gistmill.domain.DeliveryEvent.Requested;
import io.gistmill.domain.DeliveryEvent.Updated;
import io.gistmill.runtime.kafka.CommittedReads;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.kafka.OrderedWrites;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/// Reads the ledger for people, and writes what they ask for into it. Any process can: whoever
/// keeps the partition does the work. Safe for all threads.
public final class LedgerSearch {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// @param anew whether it begins anew with each record
  private record Patience(Duration length, boolean anew) {}

  /// For those who wait for nobody: the ledger of some days may be long, so what is bounded is how
  /// long nothing comes.
  private static final Patience LONG_PATIENCE = new Patience(Duration.ofMinutes(2), true);

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConnection kafka;
  private final Topic<DeliveryEvent> deliveries;

  public LedgerSearch(KafkaConnection kafka, Topics topics) {
    this.kafka = kafka;
    this.deliveries = topics.deliveries();
  }

  /// How far the deliveries have come, newest cut first.
  ///
  /// @throws KafkaException when Kafka does not answer in time
  List<Delivery> find(DeliveryFilter filter) {
    var found = new HashMap<String, Delivery>();
    read(
        filter.since(),
        new Patience(PATIENCE, false),
        event -> {
          if (event instanceof Updated(var delivery) && filter.concerns(delivery)) {
            found.put(delivery.key(), delivery);
          }
        });
    return found.values().stream()
        .filter(filter::fits)
        .sorted(Comparator.comparing(Delivery::cut).reversed().thenComparing(Delivery::key))
        .toList();
  }

  /// What the ledger holds of some mails.
  ///
  /// @param deliveries by digest
  /// @param reports keys of what came back for them before
  public record Mails(Map<String, Delivery> deliveries, Set<String> reports) {}

  /// Looks mails up, all in one reading.
  ///
  /// @param since the oldest cut among them
  /// @throws KafkaException when Kafka does not answer in time
  public Mails mails(Set<String> digests, Instant since) {
    var deliveries = new HashMap<String, Delivery>();
    var reports = new HashSet<String>();
    read(
        since,
        LONG_PATIENCE,
        event -> {
          switch (event) {
            case Updated(var it)
                when it.channel() == Channel.EMAIL && digests.contains(it.digest()) ->
                deliveries.put(it.digest(), it);
            case Bounced report when digests.contains(report.delivery().digest()) ->
                reports.add(report.key());
            default -> {}
          }
        });
    return new Mails(deliveries, reports);
  }

  private List<TopicPartition> partitions() {
    return IntStream.range(0, deliveries.partitions())
        .mapToObj(number -> new TopicPartition(deliveries.name(), number))
        .toList();
  }

  /// No record of a digest is older than its cut.
  private static void begin(
      KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions, Instant since) {
    consumer.seekToBeginning(partitions);
    var times = new HashMap<TopicPartition, Long>();
    partitions.forEach(partition -> times.put(partition, Math.max(0, since.toEpochMilli())));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found != null) {
                consumer.seek(partition, found.offset());
              }
            });
  }

  private void read(Instant since, Patience patience, Consumer<DeliveryEvent> taker) {
    var own = Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    try (var consumer = new KafkaConsumer<String, byte[]>(CommittedReads.settings(kafka, own))) {
      List<TopicPartition> partitions = partitions();
      consumer.assign(partitions);
      begin(consumer, partitions, since);
      readOn(consumer, patience, taker);
    }
  }

  private void readOn(
      KafkaConsumer<String, byte[]> consumer, Patience patience, Consumer<DeliveryEvent> taker) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    long begun = System.nanoTime();
    while (!ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
      if (System.nanoTime() - begun > patience.length().toNanos()) {
        throw new org.apache.kafka.common.errors.TimeoutException(
            "the ledger could not be read within " + patience.length());
      }
      var records = consumer.poll(POLL);
      records.forEach(record -> tell(record, taker));
      if (patience.anew() && !records.isEmpty()) {
        begun = System.nanoTime();
      }
    }
  }

  private void tell(ConsumerRecord<String, byte[]> record, Consumer<DeliveryEvent> taker) {
    try {
      if (record.value() != null) {
        taker.accept(
            deliveries.values().deserializer().deserialize(deliveries.name(), record.value()));
      }
    } catch (SerializationException e) {
      // The courier tells of it, and goes on.
    }
  }

  /// Asks for deliveries to be made once more. Returns when the log has it.
  ///
  /// @throws KafkaException when Kafka does not take it
  void request(List<Delivery> again, Instant at) {
    write(again.stream().map(it -> record(it, new Requested(it, at))).toList());
  }

  /// Tells the ledger what came back. Returns when the log has it.
  ///
  /// @throws KafkaException when Kafka does not take it
  public void report(List<Bounced> bounces) {
    write(bounces.stream().map(it -> record(it.delivery(), it)).toList());
  }

  private void write(List<ProducerRecord<String, byte[]>> records) {
    try (var producer = new KafkaProducer<String, byte[]>(settings())) {
      var sent = records.stream().map(producer::send).toList();
      for (var each : sent) {
        var ignored = each.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("Kafka did not take the request: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  private ProducerRecord<String, byte[]> record(Delivery delivery, DeliveryEvent event) {
    return new ProducerRecord<>(
        deliveries.name(),
        Partitions.of(delivery.subscriber(), deliveries.partitions()),
        event.key(),
        deliveries.values().serializer().serialize(deliveries.name(), event));
  }

  private Properties settings() {
    var own = new HashMap<String, Object>();
    int patience = Math.toIntExact(PATIENCE.toMillis());
    own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
    own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
    own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
    return OrderedWrites.settings(kafka, own);
  }
}
