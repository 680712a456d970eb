package io.gistmill.producer.http;

import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.producer.archive.JsonPosts.Reading;
import io.gistmill.producer.http.ItemResult.Status;
import io.gistmill.producer.publish.PostPublisher;
import io.gistmill.producer.publish.Publication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// The posts of one request on their way to the log, all of them within one time limit.
final class Batch {

  static final Publication LATE =
      new Publication.Unavailable("Kafka did not acknowledge it in time");

  private final PostPublisher publisher;
  private final LongSupplier nanoTime;
  private final long deadline;
  private final List<Entry> entries = new ArrayList<>();
  private boolean silent;

  private sealed interface Entry {

    record Sent(String id, CompletableFuture<Publication> publication) implements Entry {}

    record Rejected(String reason) implements Entry {}
  }

  Batch(PostPublisher publisher, Duration within, LongSupplier nanoTime) {
    this.publisher = publisher;
    this.nanoTime = nanoTime;
    this.deadline = nanoTime.getAsLong() + within.toNanos();
  }

  void add(Reading reading) {
    entries.add(
        switch (reading) {
          case Reading.Unfit(String reason) -> new Entry.Rejected(reason);
          case Reading.Read(Post post) -> new Entry.Sent(post.id(), send(post));
        });
  }

  /// In the order in which they were added.
  List<ItemResult> results() throws InterruptedException {
    var results = new ArrayList<ItemResult>();
    for (Entry entry : entries) {
      int index = results.size();
      results.add(
          switch (entry) {
            case Entry.Rejected(String reason) ->
                new ItemResult(index, null, Status.REJECTED, reason);
            case Entry.Sent(String id, var publication) -> result(index, id, await(publication));
          });
    }
    return results;
  }

  /// Once Kafka has let one post wait in vain, no other is made to wait.
  private CompletableFuture<Publication> send(Post post) {
    if (silent || left() <= 0) {
      return CompletableFuture.completedFuture(LATE);
    }
    CompletableFuture<Publication> publication = publisher.publish(new PostEvent.Posted(post));
    silent = publication.isDone() && publication.join() instanceof Publication.Unavailable;
    return publication;
  }

  private Publication await(CompletableFuture<Publication> publication)
      throws InterruptedException {
    try {
      return publication.get(Math.max(0, left()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return LATE;
    } catch (ExecutionException e) {
      throw new IllegalStateException("publications never fail", e);
    }
  }

  private long left() {
    return deadline - nanoTime.getAsLong();
  }

  private static ItemResult result(int index, String id, Publication publication) {
    return switch (publication) {
      case Publication.Acknowledged() -> new ItemResult(index, id, Status.ACCEPTED, null);
      case Publication.TooLarge(String reason) ->
          new ItemResult(index, id, Status.REJECTED, reason + "; shorten or split the post");
      case Publication.Unavailable(String reason) ->
          new ItemResult(index, id, Status.FAILED, reason + "; send it again");
      case Publication.Refused(String reason) ->
          new ItemResult(index, id, Status.FAILED, "Kafka refused it: " + reason);
    };
  }
}
