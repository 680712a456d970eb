package io.gistmill.producer.http;

import io.gistmill.domain.PostEvent;
import io.gistmill.producer.http.ItemResult.Status;
import io.gistmill.producer.publish.KnownTopics;
import io.gistmill.producer.publish.PostPublisher;
import io.gistmill.producer.publish.Publication;
import io.gistmill.runtime.http.Refusal;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import tools.jackson.databind.JsonNode;

/// `POST /api/posts/{id}/withdrawal` and `POST /api/posts/{id}/correction`.
final class PostChanges {

  private static final int MOST_TOPICS = 100;
  private static final int LONGEST_ID = 200;
  private static final BoundedBody BODIES = new BoundedBody(64 * 1024);

  private final PostPublisher publisher;
  private final KnownTopics topics;
  private final Duration within;

  PostChanges(PostPublisher publisher, KnownTopics topics, Duration within) {
    this.publisher = publisher;
    this.topics = topics;
    this.within = within;
  }

  void withdraw(Context ctx) throws InterruptedException {
    String id = id(ctx);
    write(ctx, id, new PostEvent.Withdrawn(id));
  }

  void correct(Context ctx) throws InterruptedException {
    String id = id(ctx);
    JsonNode body = JsonBytes.object(BODIES.read(ctx));
    List<String> added = slugs(body, "added");
    List<String> removed = slugs(body, "removed");
    if (added.isEmpty() && removed.isEmpty()) {
      throw Refusal.unreadable(
          "the correction changes nothing", "name topics in added, in removed or in both");
    }
    if (added.stream().anyMatch(removed::contains)) {
      throw Refusal.unreadable(
          "a topic is both added and removed", "name each topic in one of the two lists");
    }
    requireKnown(added, removed);
    write(ctx, id, new PostEvent.Corrected(id, added, removed));
  }

  /// A correction with one unknown topic would be put aside as a whole, long after it was answered.
  private void requireKnown(List<String> added, List<String> removed) throws InterruptedException {
    var named = new TreeSet<>(added);
    named.addAll(removed);
    Set<String> known = known(named);
    named.removeAll(known);
    if (!named.isEmpty()) {
      throw Refusal.unreadable(
          "no such topic: " + String.join(", ", named),
          "known topics: " + (known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known))));
    }
  }

  private Set<String> known(Set<String> named) throws InterruptedException {
    try {
      return topics.with(named);
    } catch (KafkaException e) {
      Publications.require(Publication.of(e));
      throw e;
    }
  }

  private void write(Context ctx, String id, PostEvent event) throws InterruptedException {
    Publications.require(publish(event));
    Answers.json(ctx, new Written(id, Status.ACCEPTED.word()));
  }

  private Publication publish(PostEvent event) throws InterruptedException {
    try {
      return publisher.publish(event).get(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Batch.LATE;
    } catch (ExecutionException e) {
      throw new IllegalStateException("publications never fail", e);
    }
  }

  private static String id(Context ctx) {
    String id = ctx.pathParam("id");
    if (id.isBlank() || id.length() > LONGEST_ID || SoundText.damage(id).isPresent()) {
      throw Refusal.unreadable(
          "the address names no post's id", "take the id that the answer to the post named");
    }
    return id;
  }

  private static List<String> slugs(JsonNode body, String field) {
    JsonNode list = body.path(field);
    if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
      throw Refusal.unreadable(field + " is no list", "write it in square brackets");
    }
    if (list.size() > MOST_TOPICS) {
      throw Refusal.unreadable(field + " names more than " + MOST_TOPICS + " topics", "name fewer");
    }
    var slugs = new ArrayList<String>();
    for (JsonNode item : list) {
      if (!item.isString()) {
        throw Refusal.unreadable(
            field + " holds something that is no text", "put slugs in quotation marks");
      }
      slugs.add(item.stringValue());
    }
    Slugs.require(slugs);
    return List.copyOf(slugs);
  }

  private record Written(String id, String status) {}
}
