package io.gistmill.producer.http;

import io.gistmill.producer.archive.JsonPosts;
import io.gistmill.producer.archive.JsonPosts.Reading;
import io.gistmill.producer.publish.PostPublisher;
import io.gistmill.runtime.http.Refusal;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /api/posts`.
final class PostIntake {

  private static final Logger LOG = LoggerFactory.getLogger(PostIntake.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final IntakeSettings settings;
  private final PostPublisher publisher;
  private final InstantSource time;
  private final LongSupplier nanoTime;
  private final IntakeMeters meters;
  private final Quota quota;
  private final Semaphore places;
  private final BoundedBody bodies;
  private final BodyReader reader;
  private final IncomingPosts posts;

  PostIntake(
      IntakeSettings settings,
      PostPublisher publisher,
      InstantSource time,
      LongSupplier nanoTime,
      IntakeMeters meters) {
    this.settings = settings;
    this.publisher = publisher;
    this.time = time;
    this.nanoTime = nanoTime;
    this.meters = meters;
    this.quota = new Quota(settings.postsPerSecond(), nanoTime);
    this.places = new Semaphore(settings.requestsAtOnce());
    this.bodies = new BoundedBody(settings.maxBodyBytes());
    this.reader = new BodyReader(settings.maxPostBytes(), settings.maxPosts());
    this.posts = new IncomingPosts(new JsonPosts(settings.zone()));
  }

  void take(Context ctx) throws InterruptedException {
    quota.check(ctx);
    if (!places.tryAcquire()) {
      throw Publications.unavailable(
          settings.requestsAtOnce() + " requests with posts are being worked on",
          Duration.ofSeconds(1));
    }
    try {
      answer(ctx, results(ctx));
    } finally {
      places.release();
    }
  }

  private List<ItemResult> results(Context ctx) throws InterruptedException {
    String source = IncomingPosts.sourceOf(ctx.queryParam("source"));
    List<Item> items = reader.items(bodies.read(ctx));
    quota.charge(ctx, items.size());
    Instant now = time.instant();
    var batch = new Batch(publisher, settings.within(), nanoTime);
    var sources = new ArrayList<String>();
    for (Item item : items) {
      Reading reading = posts.read(item, source, now);
      sources.add(reading instanceof Reading.Read read ? read.post().origin().source() : source);
      batch.add(reading);
    }
    List<ItemResult> results = batch.results();
    results.forEach(result -> meters.count(sources.get(result.index()), result));
    return results;
  }

  private static void answer(Context ctx, List<ItemResult> results) {
    IntakeAnswer answer = IntakeAnswer.of(results);
    if (answer.failed() > 0) {
      LOG.warn(
          "event=intake accepted={} rejected={} failed={}",
          answer.accepted(),
          answer.rejected(),
          answer.failed());
      Refusal.retryAfter(ctx, RETRY_AFTER);
    }
    if (answer.hasFailed()) {
      ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
    }
    Answers.json(ctx, answer);
  }
}
