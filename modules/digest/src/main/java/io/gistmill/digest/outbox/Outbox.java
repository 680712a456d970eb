package io.gistmill.digest.outbox;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.digest.mailroom.StoryLookup;
import io.gistmill.digest.render.DigestPages;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.runtime.kafka.CommittedReads;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.service.Service;
import io.gistmill.runtime.state.Table;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes committed digests and writes each as a mail into a folder, exactly once.
///
/// A digest counts as taken when its file is there; after a crash in between it is met again, and
/// its file found. Several instances share the partitions, and the folder if they can.
public final class Outbox implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final Topic<DigestEvent> digests;
  private final Settings settings;
  private final Supplier<Optional<Table<StoryEvent>>> stories;
  private final DigestMail mail = new DigestMail();
  private final MailFolder folder;
  private final KafkaConsumer<String, byte[]> consumer;
  private final OutboxMeters meters;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean closing;

  /// @param folder for the mails
  /// @param publicReader the subscriber whose digests are pages, and no mails
  /// @param topicNames a topic's name by its slug
  public record Settings(Path folder, String publicReader, UnaryOperator<String> topicNames) {}

  private Outbox(
      KafkaConnection connection,
      Topics topics,
      Settings settings,
      Supplier<Optional<Table<StoryEvent>>> stories,
      MeterRegistry registry) {
    this.digests = topics.digests();
    this.settings = settings;
    this.stories = stories;
    this.folder = new MailFolder(settings.folder());
    this.consumer = new KafkaConsumer<>(consumerSettings(connection, topics));
    this.meters = new OutboxMeters(registry, topics.application("outbox"), consumer);
    this.thread = Thread.ofPlatform().name("outbox").daemon().unstarted(this::run);
  }

  /// @param stories the mailroom's copy of the stories; empty while it is not open
  /// @throws UncheckedIOException when the folder cannot be made
  public static Outbox start(
      KafkaConnection connection,
      Topics topics,
      Settings settings,
      Supplier<Optional<Table<StoryEvent>>> stories,
      MeterRegistry registry) {
    var outbox = new Outbox(connection, topics, settings, stories, registry);
    outbox.thread.start();
    return outbox;
  }

  private void run() {
    try (consumer;
        meters) {
      consumer.subscribe(List.of(digests.name()));
      while (!closing) {
        takeBatch();
      }
      stopped.complete(null);
    } catch (WakeupException e) {
      stopped.complete(null);
    } catch (RuntimeException | Error e) {
      LOG.error("the outbox has died", e);
      stopped.completeExceptionally(e);
    }
  }

  /// Stops in each partition at the first digest whose words are not here yet, and comes back to
  /// it.
  private void takeBatch() {
    var records = consumer.poll(POLL);
    for (TopicPartition partition : records.partitions()) {
      for (ConsumerRecord<String, byte[]> record : records.records(partition)) {
        if (!take(digests.values().deserializer().deserialize(digests.name(), record.value()))) {
          consumer.seek(partition, record.offset());
          break;
        }
      }
    }
    if (!records.isEmpty()) {
      commit();
    }
  }

  private void commit() {
    try {
      consumer.commitSync();
    } catch (RebalanceInProgressException e) {
      LOG.debug("positions are committed with the next batch", e);
    }
  }

  private boolean take(DigestEvent event) {
    return switch (event) {
      case DigestEvent.Ticked _ -> true;
      case DigestEvent.Made(var digest) ->
          isPage(digest) || folder.holds(digest.id()) || write(digest);
    };
  }

  private boolean isPage(Digest digest) {
    return digest.subscription().subscriber().equals(settings.publicReader());
  }

  private boolean write(Digest digest) {
    Optional<Table<StoryEvent>> copy = stories.get().filter(table -> holds(table, digest.cut()));
    if (copy.isEmpty()) {
      return false;
    }
    try {
      var pages = new DigestPages(new StoryLookup(copy.get()), settings.topicNames());
      folder.put(digest.id(), mail.write(pages.page(digest), digest.subscription().subscriber()));
      meters.written();
      LOG.info("mail written digest={} folder={}", digest.id(), settings.folder());
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(Table<StoryEvent> stories, Instant cut) {
    return stories.get(StoryKeys.TICK) instanceof StoryEvent.Ticked(var tick)
        && !tick.instant().isBefore(cut);
  }

  private static Properties consumerSettings(KafkaConnection connection, Topics topics) {
    String name = topics.application("outbox");
    return CommittedReads.settings(
        connection,
        Map.of(
            ConsumerConfig.GROUP_ID_CONFIG, name,
            ConsumerConfig.CLIENT_ID_CONFIG, name,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50));
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  @Override
  public List<String> hindrances() {
    return stopped.isDone() ? List.of("the outbox has ended") : List.of();
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      if (!thread.join(CLOSE_WITHIN)) {
        LOG.warn("the outbox did not end within {}", CLOSE_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
