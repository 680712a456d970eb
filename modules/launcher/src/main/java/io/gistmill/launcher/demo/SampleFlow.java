package io.gistmill.launcher.demo;

import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.producer.publish.PostPublisher;
import io.gistmill.producer.publish.Publication;
import io.gistmill.runtime.service.Service;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Sends the samples one by one, each when its time has come, as a live source would.
final class SampleFlow implements Service {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Iterator<Post> posts;
  private final PostPublisher publisher;
  private final InstantSource time;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final CompletableFuture<Void> allSent = new CompletableFuture<>();

  private SampleFlow(List<Post> posts, PostPublisher publisher, InstantSource time) {
    this.posts = posts.iterator();
    this.publisher = publisher;
    this.time = time;
  }

  /// @param posts in the order of their time
  static SampleFlow start(List<Post> posts, PostPublisher publisher, InstantSource time) {
    var flow = new SampleFlow(posts, publisher, time);
    Thread.ofPlatform().name("samples").daemon().start(flow::run);
    return flow;
  }

  /// Completed when the last sample stands on the log.
  CompletableFuture<Void> allSent() {
    return allSent;
  }

  private void run() {
    try {
      while (posts.hasNext()) {
        Post next = posts.next();
        if (closesBefore(next)) {
          return;
        }
        send(next);
      }
      allSent.complete(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      stopped.completeExceptionally(e);
    }
  }

  private boolean closesBefore(Post next) throws InterruptedException {
    while (time.instant().isBefore(next.published())) {
      if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return closing.getCount() == 0;
  }

  private void send(Post post) {
    Publication publication = publisher.publish(new PostEvent.Posted(post)).join();
    if (!(publication instanceof Publication.Acknowledged) && closing.getCount() > 0) {
      throw new IllegalStateException("sample " + post.id() + " could not be sent: " + publication);
    }
  }

  @Override
  public String name() {
    return "samples";
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  @Override
  public List<String> hindrances() {
    return List.of();
  }

  @Override
  public void close() {
    closing.countDown();
    stopped.complete(null);
  }
}
