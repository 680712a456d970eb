package io.gistmill.producer.source.follow;

import io.gistmill.producer.source.PollResult;
import io.gistmill.producer.source.Source;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Polls on virtual threads: so many at once, and one at a time for each peer. All but the polls
/// themselves belongs to the runner's thread.
final class Polls implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Polls.class);

  private final int most;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("source-poll-", 0).factory());
  private final ConcurrentLinkedQueue<Done> done = new ConcurrentLinkedQueue<>();
  private final Set<String> busy = new HashSet<>();

  private record Done(String peer, FinishedPoll poll) {}

  Polls(int most) {
    this.most = most;
  }

  boolean hasRoomFor(String peer) {
    return busy.size() < most && !busy.contains(peer);
  }

  void start(OwnedPartition owner, Followed followed, Source source, Instant now) {
    String peer = source.peer();
    busy.add(peer);
    var ignored =
        threads.submit(
            () -> {
              PollResult result = poll(source, followed, now);
              done.add(new Done(peer, new FinishedPoll(owner, followed, result, now)));
            });
  }

  private static PollResult poll(Source source, Followed followed, Instant now) {
    try {
      return source.poll(followed.memory(), now);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new PollResult.Failed("the poll was ended", false, null);
    } catch (RuntimeException | Error e) {
      LOG.warn("source={} msg=\"a poll threw\"", followed.definition().id(), e);
      return new PollResult.Failed("reading it failed: " + e, false, null);
    }
  }

  /// Null when none has finished.
  @Nullable FinishedPoll next() {
    Done next = done.poll();
    if (next == null) {
      return null;
    }
    busy.remove(next.peer());
    return next.poll();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
