package io.gistmill.producer.source.follow;

import io.gistmill.contracts.Topics;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.SourceDefinition;
import io.gistmill.domain.SourceMemory;
import io.gistmill.domain.SourceState;
import io.gistmill.producer.source.Pacing;
import io.gistmill.producer.source.PollResult;
import io.gistmill.producer.source.Source;
import io.gistmill.producer.source.SourceType;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Polls sources and publishes what they bring.
///
/// The instances of one system share the sources: whoever owns a partition of `sources` polls the
/// sources in it. One poll is one transaction of its posts and the source's new state; whoever
/// loses the partition, or whose transaction fails, gives up all work on it, and the next owner
/// goes on from what is committed. So nothing is lost and nothing is published twice.
public final class SourceRunner implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(SourceRunner.class);
  private static final int AT_ONCE = 16;

  /// How often in a row Kafka may refuse what a source brought before that counts as the source's
  /// failure: else it would be polled again at once, for ever.
  private static final int REFUSALS = 2;

  private final Map<String, SourceType> types = new HashMap<>();
  private final InstantSource clock;
  private final SourceCopy copy;
  private final LogCatalogue catalogue;
  private final SourceGroup group;
  private final Polls polls = new Polls(AT_ONCE);
  private final Map<String, Integer> refusals = new HashMap<>();
  private final SourceMetrics metrics;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Thread thread;

  /// Starts at once. The topics exist.
  ///
  /// @param types of sources that can be followed
  /// @param clock says when sources are due; real, or sped up
  public SourceRunner(
      KafkaConnection kafka,
      Topics topics,
      List<SourceType> types,
      InstantSource clock,
      MeterRegistry meters) {
    types.forEach(type -> this.types.put(type.name(), type));
    this.clock = clock;
    this.copy = new SourceCopy(kafka, topics);
    this.catalogue = new LogCatalogue(kafka, topics, copy);
    this.group = new SourceGroup(kafka, topics, copy);
    this.metrics = new SourceMetrics(meters, copy);
    this.thread = Thread.ofPlatform().name("sources").start(this::run);
  }

  /// What this process knows of the sources, and how to change it.
  public SourceCatalogue catalogue() {
    return catalogue;
  }

  private void run() {
    try {
      while (!closing.get()) {
        round();
      }
      end(null);
    } catch (WakeupException | InterruptException e) {
      end(closing.get() ? null : e);
    } catch (RuntimeException e) {
      end(e);
    }
  }

  private void end(@Nullable RuntimeException cause) {
    polls.close();
    group.close();
    catalogue.close();
    copy.close();
    if (cause == null) {
      stopped.complete(null);
    } else {
      stopped.completeExceptionally(cause);
    }
  }

  private void round() {
    if (copy.stopped().isCompletedExceptionally()) {
      copy.stopped().join();
    }
    group.join();
    for (FinishedPoll poll = polls.next(); poll != null; poll = polls.next()) {
      finish(poll);
    }
    for (OwnedPartition owner : group.ready()) {
      guarded(owner, owner::forgetRemoved);
    }
    startDue(clock.instant());
  }

  private void startDue(Instant now) {
    var due = new ArrayList<Due>();
    for (OwnedPartition owner : group.ready()) {
      owner.idle().filter(it -> it.isDue(now)).forEach(it -> due.add(new Due(owner, it)));
    }
    due.sort(Comparator.comparing(it -> it.followed().schedule().nextPoll()));
    for (Due it : due) {
      start(it.owner(), it.followed(), now);
    }
  }

  private record Due(OwnedPartition owner, Followed followed) {}

  private void start(OwnedPartition owner, Followed followed, Instant now) {
    SourceDefinition definition = followed.definition();
    SourceType type = types.get(definition.type());
    if (type == null) {
      fail(owner, followed, "no source of type " + definition.type() + " is known here", now);
      return;
    }
    Source source;
    try {
      source = owner.open(definition, type);
    } catch (RuntimeException e) {
      fail(owner, followed, "it cannot be read: " + e.getMessage(), now);
      return;
    }
    if (polls.hasRoomFor(source.peer())) {
      owner.begin(definition.id());
      polls.start(owner, followed, source, now);
    }
  }

  private void fail(OwnedPartition owner, Followed followed, String reason, Instant now) {
    var result = new PollResult.Failed(reason, false, null);
    finish(new FinishedPoll(owner, followed, result, now));
  }

  private void finish(FinishedPoll poll) {
    String id = poll.before().definition().id();
    poll.owner().end(id);
    if (group.owns(poll.owner())) {
      boolean refused = refusals.getOrDefault(id, 0) >= REFUSALS;
      PollResult result =
          refused
              ? new PollResult.Failed("Kafka refuses what it brings; see the log", false, null)
              : poll.result();
      boolean written = guarded(poll.owner(), () -> write(poll, result));
      refusals.compute(id, (_, count) -> written ? null : count == null ? 1 : count + 1);
    }
  }

  private void write(FinishedPoll poll, PollResult result) {
    Followed before = poll.before();
    SourceDefinition definition = before.definition();
    var state =
        new SourceState(
            definition.id(),
            memory(before, result),
            Pacing.after(result, definition.id(), before.schedule(), poll.at()));
    if (poll.owner().commit(definition, events(result), state)) {
      metrics.count(result);
      log(definition, result, state);
    }
  }

  private static void log(SourceDefinition definition, PollResult result, SourceState state) {
    if (result instanceof PollResult.Failed(var reason, var permanent, _)) {
      LOG.warn(
          "source={} failures={} disabled={} nextPoll={} reason=\"{}\"",
          definition.id(),
          state.schedule().failures(),
          permanent,
          state.schedule().nextPoll(),
          reason);
    } else {
      LOG.debug(
          "source={} posts={} nextPoll={}",
          definition.id(),
          events(result).size(),
          state.schedule().nextPoll());
    }
  }

  private static SourceMemory memory(Followed before, PollResult result) {
    return switch (result) {
      case PollResult.Polled polled -> polled.memory();
      case PollResult.Unchanged unchanged -> unchanged.memory();
      case PollResult.Failed _ -> before.memory();
    };
  }

  private static List<PostEvent> events(PollResult result) {
    return result instanceof PollResult.Polled polled ? polled.events() : List.of();
  }

  /// What cannot be written is given up: the partition is taken over anew, from what is committed.
  private boolean guarded(OwnedPartition owner, Runnable work) {
    try {
      work.run();
      return true;
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      group.giveUp(owner, e);
      return false;
    }
  }

  @Override
  public String name() {
    return "sources";
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  @Override
  public List<String> hindrances() {
    return stopped.isDone() ? List.of("sources are no longer polled") : group.hindrances();
  }

  /// Polls under way are dropped; the next owner makes them again.
  @Override
  public void close() {
    closing.set(true);
    try {
      if (!thread.join(Duration.ofSeconds(2))) {
        thread.interrupt();
        thread.join(Duration.ofSeconds(8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
