package io.gistmill.gateway.model;

import io.gistmill.contracts.Topics;
import io.gistmill.gateway.log.Decoder;
import io.gistmill.gateway.log.Listener;
import io.gistmill.gateway.log.LogReader;
import io.gistmill.gateway.store.Database;
import io.gistmill.gateway.store.Writer;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.service.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the log and writes the gateway's copy of it, on threads of its own: one reads, one writes.
///
/// Begins where the copy ends. Where the copy is of another log, or the log no longer has what
/// follows, the copy is built again from the beginning. Each entry is handed to the listener before
/// it is written, since live readers wait for it.
public final class ReadModel implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(ReadModel.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final KafkaConnection connection;
  private final Topics topics;
  private final Decoder decoder;
  private final Writer writer;
  private final Listener listener;
  private final Progress progress;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final Thread thread;

  private ReadModel(
      KafkaConnection connection,
      Topics topics,
      Database database,
      Listener listener,
      Progress progress) {
    this.connection = connection;
    this.topics = topics;
    this.decoder = new Decoder(topics);
    this.writer = new Writer(database);
    this.listener = listener;
    this.progress = progress;
    this.thread = Thread.ofPlatform().name("gateway-model").unstarted(this::run);
  }

  /// Returns at once; [#hindrances] says how far it has come.
  public static ReadModel start(
      KafkaConnection connection,
      Topics topics,
      Database database,
      Listener listener,
      Progress progress) {
    var model = new ReadModel(connection, topics, database, listener, progress);
    model.thread.start();
    return model;
  }

  @Override
  public String name() {
    return "gateway";
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped.copy();
  }

  @Override
  public List<String> hindrances() {
    return progress.hindrances();
  }

  private void run() {
    try {
      Optional<LogIdentity> log = identity();
      if (log.isPresent()) {
        writer.belongTo(log.get().text());
        progress.generation(log.get().generation());
        followUntilClosed(log.get());
      }
      stopped.complete(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.complete(null);
    } catch (RuntimeException | Error e) {
      LOG.error("service=gateway problem=\"the copy of the log is no longer kept\"", e);
      progress.waiting("it has died: " + e.getMessage());
      stopped.completeExceptionally(e);
    }
  }

  /// Empty when closed before the topics were there.
  private Optional<LogIdentity> identity() throws InterruptedException {
    try (Admin admin = Admin.create(connection.addTo(new Properties()))) {
      while (!closing.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          return Optional.of(LogIdentity.ask(admin, decoder.topics()));
        } catch (ExecutionException e) {
          Throwable cause = e.getCause() == null ? e : e.getCause();
          progress.waiting("waiting for the topics of the cluster: " + cause.getMessage());
        }
      }
    }
    return Optional.empty();
  }

  private void followUntilClosed(LogIdentity log) throws InterruptedException {
    boolean again = true;
    while (again) {
      again = false;
      try (var consumer = new KafkaConsumer<byte[], byte[]>(LogReader.settings(connection));
          var written = new WriteBehind(writer, progress::reached)) {
        new Follower(consumer, topics, decoder, writer, written, listener, progress)
            .follow(log.generation(), POLL, closing);
      } catch (OffsetOutOfRangeException e) {
        LOG.warn("service=gateway problem=\"the log has a gap behind the copy\" step=rebuild", e);
        writer.startAnew(log.text());
        progress.startAnew();
        again = true;
      } catch (WakeupException e) {
        LOG.debug("service=gateway step=closing", e);
      }
    }
  }

  /// Waits for what is being written, 5 s at the most.
  @Override
  public void close() {
    closing.countDown();
    try {
      if (!thread.join(CLOSING)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
