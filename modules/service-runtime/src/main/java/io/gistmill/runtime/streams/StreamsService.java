package io.gistmill.runtime.streams;

import io.gistmill.runtime.service.Service;
import io.gistmill.runtime.state.Table;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running topology: started once, closed once, and never dead in silence.
///
/// A stream thread that ends with a time-out or a restart of the broker is replaced; with anything
/// else the client is closed and [#stopped] fails with the cause, which whoever waits for it logs.
public final class StreamsService implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);

  /// How soon measures of partitions and stores appear that were taken up later.
  private static final Duration METRICS_REFRESH = Duration.ofSeconds(10);

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final String name;
  private final KafkaStreams streams;
  private final BrokerContact contact;
  private final CountDownLatch running = new CountDownLatch(1);
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

  private StreamsService(String name, KafkaStreams streams) {
    this.name = name;
    this.streams = streams;
    this.contact = new BrokerContact(streams::metrics);
  }

  /// Starts the topology and returns while it may still be joining its group.
  public static StreamsService start(Topology topology, StreamsSettings settings) {
    Properties properties = settings.toProperties();
    Metering metering = settings.metering();
    if (metering != null) {
      properties.put(StreamsMeters.SETTING, new StreamsMeters(metering, settings.application()));
    }
    var streams = new KafkaStreams(topology, properties, new BoundedClients());
    var service = new StreamsService(settings.application(), streams);
    streams.setUncaughtExceptionHandler(service::onDeadThread);
    streams.setStateListener((now, before) -> service.onState(now));
    streams.start();
    if (metering != null) {
      service.measure(metering.registry());
    }
    return service;
  }

  private void measure(MeterRegistry registry) {
    ScheduledExecutorService refresher =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name + "-metrics").factory());
    var metrics =
        new KafkaStreamsMetrics(streams, Tags.of("service", name), refresher, METRICS_REFRESH);
    metrics.bindTo(registry);
    var _ =
        stopped.whenComplete(
            (_, _) -> {
              refresher.shutdownNow();
              metrics.close();
            });
  }

  /// A global store for reading, from any thread; empty while it is not open.
  public <V> Optional<Table<V>> copy(String store) {
    try {
      ReadOnlyKeyValueStore<String, V> found =
          streams.store(
              StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore()));
      return Optional.of(new ReadOnlyStoreTable<>(found));
    } catch (InvalidStateStoreException e) {
      return Optional.empty();
    }
  }

  /// The application's id.
  @Override
  public String name() {
    return name;
  }

  /// Waits until all tasks of this instance work.
  ///
  /// @return false when the time is over first
  public boolean awaitRunning(Duration time) throws InterruptedException {
    return running.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  @Override
  public List<String> hindrances() {
    // Kafka Streams calls itself running for a moment after the death of its last thread.
    if (stopped.isDone()) {
      return List.of("has ended");
    }
    return switch (streams.state()) {
      case RUNNING -> contact.hindrances();
      case CREATED -> List.of("is starting");
      case REBALANCING ->
          contact.lost()
              ? contact.hindrances()
              : List.of("is taking up its partitions and restoring its state");
      case PENDING_SHUTDOWN -> List.of("is ending");
      case NOT_RUNNING, PENDING_ERROR, ERROR -> List.of("has ended");
    };
  }

  @Override
  public void close() {
    if (!streams.close(CLOSE_WITHIN)) {
      LOG.warn("service did not end in time service={} limit={}", name, CLOSE_WITHIN);
    }
    stopped.complete(null);
  }

  private void onState(KafkaStreams.State now) {
    switch (now) {
      case RUNNING -> running.countDown();
      case ERROR -> {
        // Where a thread told its cause first, that cause stands.
        stopped.completeExceptionally(new IllegalStateException(name + " has died; see the log"));
        running.countDown();
      }
      case NOT_RUNNING -> {
        stopped.complete(null);
        running.countDown();
      }
      case CREATED, REBALANCING, PENDING_SHUTDOWN, PENDING_ERROR -> {}
    }
  }

  private StreamThreadExceptionResponse onDeadThread(Throwable cause) {
    if (DeadThread.isPassing(cause) && !DeadThread.isGlobal(Thread.currentThread())) {
      LOG.warn(
          "stream thread replaced service={} cause={}: the broker was away or too slow",
          name,
          cause.toString());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    stopped.completeExceptionally(cause);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
