package io.gistmill.classifier.http;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Sends posts to the service in batches and turns its answers into outcomes. Whatever the service
/// does, each post gets an outcome within the time limit.
final class HttpClassifier implements Classifier {

  /// The rest is for reading the last answer and for handing it on.
  private static final double SHARE_FOR_WAITING = 0.9;

  private final HttpSettings settings;
  private final Retrying service;
  private final AnswerReader reader;

  HttpClassifier(String id, HttpSettings settings, Retrying service) {
    this.settings = settings;
    this.service = service;
    this.reader = new AnswerReader(id, settings.topics().keySet(), settings.service());
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    long deadline = System.nanoTime() + waiting(settings.timeLimit()).toNanos();
    var outcomes = new ArrayList<Outcome>();
    for (Batch batch : Batch.of(posts, settings.batch())) {
      outcomes.addAll(outcomes(batch, deadline));
    }
    return outcomes;
  }

  private static Duration waiting(Duration limit) {
    return Duration.ofNanos(Math.round(SHARE_FOR_WAITING * limit.toNanos()));
  }

  private List<Outcome> outcomes(Batch batch, long deadline) {
    try {
      return switch (service.send(batch.json(), deadline)) {
        case Exchanged.Answered answered -> reader.read(answered.body(), batch.posts());
        case Exchanged.Failed failed -> reader.failed(batch.posts(), failed.reason());
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return reader.failed(batch.posts(), "it was interrupted while it waited for the service");
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
