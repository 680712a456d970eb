package io.gistmill.launcher.replay;

import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.launcher.pipeline.Pipeline;
import io.gistmill.producer.publish.ReplayPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// The running part of a replay: the publisher at one end of the pipeline, the collector at the
/// other, each on a thread of its own.
final class Flow implements AutoCloseable {

  private static final Duration END_WITHIN = Duration.ofSeconds(15);

  private final Collector collector;
  private final Work work;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private final Thread publishing;
  private final Thread collecting;

  /// What is published.
  ///
  /// @param publisher made on the publisher's thread and closed there, since both may take long
  /// @param published told the number of posts written so far
  record Work(
      Supplier<ReplayPublisher> publisher,
      List<Subscription> subscriptions,
      Iterator<PostEvent> events,
      LongConsumer published) {}

  Flow(Collector collector, Work work) {
    this.collector = collector;
    this.work = work;
    publishing = Thread.ofPlatform().name("publisher").daemon().unstarted(this::publish);
    collecting = Thread.ofPlatform().name("collector").daemon().unstarted(this::collect);
  }

  /// Returns once everything has come out.
  ///
  /// @throws CompletionException with the cause when the pipeline, the publisher or the collector
  ///   has failed
  void run(Pipeline pipeline) throws InterruptedException {
    var _ = pipeline.failure().whenComplete((_, cause) -> over.completeExceptionally(cause));
    collecting.start();
    publishing.start();
    try {
      over.get();
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    }
  }

  private void publish() {
    try (ReplayPublisher publisher = work.publisher().get()) {
      publish(publisher);
    } catch (Throwable e) {
      // An error too: nobody else would ever tell that this thread is dead.
      over.completeExceptionally(e);
    }
  }

  private void publish(ReplayPublisher publisher) {
    try {
      publisher.subscribe(Editions.READER, work.subscriptions());
      publisher.publish(work.events(), collector.digestsWritten(), work.published());
    } catch (InterruptedException e) {
      over.completeExceptionally(e);
    } finally {
      // Closing is cleaning up, which an interrupt must not cut short.
      var _ = Thread.interrupted();
    }
  }

  private void collect() {
    try (collector) {
      collector.run();
      over.complete(null);
    } catch (IOException e) {
      over.completeExceptionally(
          new UncheckedIOException("cannot write the results (" + e + "); is the disk full?", e));
    } catch (Throwable e) {
      over.completeExceptionally(e);
    }
  }

  /// Ends both threads, wherever they are.
  @Override
  public void close() {
    collector.cancel();
    if (!over.isDone() || over.isCompletedExceptionally()) {
      publishing.interrupt();
    }
    try {
      var _ = publishing.join(END_WITHIN);
      var _ = collecting.join(END_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
