package io.gistmill.digest.courier;

import io.gistmill.contracts.Topics;
import io.gistmill.delivery.Transport;
import io.gistmill.domain.Channel;
import io.gistmill.runtime.kafka.CommittedReads;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes committed digests and hands each to its reader, by mail and webhook.
///
/// Several couriers share the partitions of `digests`. Whoever owns one keeps its part of the
/// ledger `deliveries`, which is the queue from the moment at which a digest is taken up: nothing
/// is lost, and nothing is sent twice but what was on its way when a courier died, under the same
/// id, and counted as `gistmill.courier.repeats`.
///
/// Its own thread does nothing but take part in the group and hand digests on; each partition has a
/// [Clerk], and each attempt a thread of its own.
public final class Courier implements Service {

  /// Of the service; with the prefix of the topics, of its group and of its transactions.
  public static final String NAME = "courier";

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration POLL = Duration.ofMillis(100);

  /// Longer than a webhook takes at the most, so that only slow mails are repeated by whoever
  /// comes.
  private static final Duration LEAVE_WITHIN = Duration.ofSeconds(25);

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
  private static final int BACKLOG = 2_000;

  private final Topics topics;
  private final Office office;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<Integer, Clerk> clerks = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean joined;
  private volatile boolean closing;

  private Courier(
      KafkaConnection kafka,
      Topics topics,
      CourierSettings settings,
      InstantSource clock,
      Composer composer,
      OwnerLinks links,
      Map<Channel, Transport> transports,
      MeterRegistry registry) {
    this.topics = topics;
    this.consumer = new KafkaConsumer<>(group(kafka, topics, settings));
    this.office =
        new Office(
            kafka,
            topics,
            settings,
            clock,
            composer,
            new Notices(links),
            new DigestShelf(kafka, topics),
            new Ways(transports, settings, clock),
            new Flights(),
            new Membership(settings.session(), System::nanoTime),
            new CourierMeters(registry, topics.application(NAME), consumer));
    CourierMeters.gauges(registry, this, Courier::queue, Courier::oldestDue);
    this.thread = Thread.ofPlatform().name(NAME).daemon().unstarted(this::run);
  }

  /// The topics exist.
  ///
  /// @param clock in whose time digests are due: that of the log
  /// @param transports by which messages leave; closed with the courier
  public static Courier start(
      KafkaConnection kafka,
      Topics topics,
      CourierSettings settings,
      InstantSource clock,
      Composer composer,
      OwnerLinks links,
      Map<Channel, Transport> transports,
      MeterRegistry registry) {
    var courier =
        new Courier(kafka, topics, settings, clock, composer, links, transports, registry);
    courier.thread.start();
    return courier;
  }

  private static Properties group(KafkaConnection kafka, Topics topics, CourierSettings settings) {
    String name = topics.application(NAME);
    int session = Math.toIntExact(settings.session().toMillis());
    return CommittedReads.settings(
        kafka,
        Map.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            name,
            ConsumerConfig.CLIENT_ID_CONFIG,
            name,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName(),
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            session,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            session / 4,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            50));
  }

  private void run() {
    try {
      consumer.subscribe(List.of(topics.digests().name()), new Turns());
      while (!closing) {
        round();
      }
      end(null);
    } catch (WakeupException | InterruptException e) {
      end(closing ? null : e);
    } catch (RuntimeException | Error e) {
      LOG.error("the courier has died", e);
      end(e);
    }
  }

  private void round() {
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    office.membership().polled();
    for (TopicPartition partition : records.partitions()) {
      clerk(partition.partition()).offer(records.records(partition));
    }
    for (TopicPartition partition : consumer.assignment()) {
      Clerk clerk = clerk(partition.partition());
      if (clerk.backlog() > BACKLOG) {
        consumer.pause(List.of(partition));
      } else {
        consumer.resume(List.of(partition));
      }
      if (clerk.ended().isCompletedExceptionally()) {
        clerk.ended().join();
      }
    }
  }

  private Clerk clerk(int partition) {
    return Objects.requireNonNull(clerks.get(partition), "a partition without a clerk");
  }

  private final class Turns implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      joined = true;
      for (TopicPartition partition : partitions) {
        var clerk = new Clerk(office, partition.partition());
        clerks.put(partition.partition(), clerk);
        clerk.start();
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      dismiss(partitions, LEAVE_WITHIN);
    }

    /// Somebody else may have them already.
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      dismiss(partitions, Duration.ZERO);
    }
  }

  private void dismiss(Collection<TopicPartition> partitions, Duration within) {
    var leaving = new ArrayList<Clerk>();
    for (TopicPartition partition : partitions) {
      Clerk clerk = clerks.remove(partition.partition());
      if (clerk != null) {
        clerk.stop(within);
        leaving.add(clerk);
      }
    }
    leaving.forEach(clerk -> await(clerk, within.plus(CLOSE_WITHIN)));
  }

  private static void await(Clerk clerk, Duration limit) {
    try {
      clerk.ended().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (TimeoutException e) {
      LOG.warn("a clerk did not leave within {}", limit);
    } catch (ExecutionException e) {
      LOG.warn("a clerk died while it left", e);
    }
  }

  private void end(@Nullable Throwable cause) {
    try {
      dismiss(
          clerks.keySet().stream()
              .map(partition -> new TopicPartition(topics.digests().name(), partition))
              .toList(),
          CLOSE_WITHIN);
      office.flights().close();
      office.ways().close();
      office.meters().close();
      office.shelf().close();
      consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    } catch (RuntimeException e) {
      LOG.warn("the courier did not end in order", e);
    }
    if (cause == null) {
      stopped.complete(null);
    } else {
      stopped.completeExceptionally(cause);
    }
  }

  private double queue() {
    return clerks.values().stream().mapToInt(Clerk::queue).sum();
  }

  /// Seconds for which the oldest delivery has waited; 0 when nothing is due.
  private double oldestDue() {
    Instant now = office.clock().instant();
    return clerks.values().stream()
        .map(Clerk::oldest)
        .filter(Objects::nonNull)
        .mapToDouble(due -> Math.max(0, Duration.between(due, now).toMillis() / 1000.0))
        .max()
        .orElse(0);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  @Override
  public List<String> hindrances() {
    if (stopped.isDone()) {
      return List.of("the courier has ended");
    }
    if (!joined) {
      return List.of("the courier has not joined its group yet");
    }
    return clerks.values().stream().map(Clerk::hindrance).filter(Objects::nonNull).toList();
  }

  /// Begins no attempt any more, waits for a moment for those on their way, and leaves the rest in
  /// the ledger.
  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      if (!thread.join(CLOSE_WITHIN.multipliedBy(3))) {
        LOG.warn("the courier did not end within {}", CLOSE_WITHIN.multipliedBy(3));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
