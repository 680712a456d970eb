package io.gistmill.launcher.replay;

import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.launcher.pipeline.Pipeline;
import io.gistmill.producer.publish.ReplayPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The running part of a replay: the publisher at one end of the pipeline, the collector at the
/// other.
final class Flow {

  private final Pipeline pipeline;
  private final Collector collector;
  private final CompletableFuture<Instant> lastTick = new CompletableFuture<>();
  private final CompletableFuture<Void> collected;

  /// Starts to collect.
  Flow(Pipeline pipeline, Collector collector) {
    this.pipeline = pipeline;
    this.collector = collector;
    this.collected = CompletableFuture.runAsync(this::collect, Flow::newThread);
    var ignored =
        CompletableFuture.anyOf(pipeline.failure(), collected)
            .whenComplete((nothing, failure) -> collector.cancel());
  }

  /// Publishes everything and returns once everything has come out.
  ///
  /// @param last the tick with which the events end
  /// @throws CompletionException with the cause when the pipeline or the collector has failed
  void run(
      ReplayPublisher publisher,
      List<Subscription> subscriptions,
      Iterator<PostEvent> events,
      Instant last,
      StageRates rates)
      throws InterruptedException {
    EnumSet.range(StageRates.Stage.PUBLISHED, StageRates.Stage.FOLDED).forEach(rates::start);
    publisher.subscribe(Editions.READER, subscriptions);
    try {
      publisher.publish(
          events, collector.digestsWritten(), count -> rates.count(StageRates.Stage.PUBLISHED, 1));
    } catch (InterruptedException e) {
      throwFailure();
      throw e;
    }
    lastTick.complete(last);
    CompletableFuture.anyOf(pipeline.failure(), collected).join();
  }

  private void throwFailure() {
    CompletableFuture.anyOf(pipeline.failure(), collected).getNow(null);
  }

  private void collect() {
    try (collector) {
      collector.run(lastTick);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the results; is the disk full?", e);
    }
  }

  private static void newThread(Runnable task) {
    Thread.ofPlatform().name("collector").daemon().start(task);
  }
}
