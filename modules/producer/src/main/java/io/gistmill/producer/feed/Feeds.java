package io.gistmill.producer.feed;

import io.gistmill.web.Answer;
import java.util.concurrent.Semaphore;

/// From the bytes of an answer to the feed in it; few at a time, since a document takes many times
/// its size while it is read.
final class Feeds {

  /// Of one feed; beyond that its end is cut off, and the operator told.
  static final int MOST_ITEMS = 10_000;

  private static final int AT_ONCE = 2;

  private final Semaphore reading = new Semaphore(AT_ONCE);

  FeedDocument read(Answer.Fetched fetched) throws FeedException, InterruptedException {
    reading.acquire();
    try {
      return FeedReader.read(text(fetched), fetched.address());
    } finally {
      reading.release();
    }
  }

  static String text(Answer.Fetched fetched) {
    return Decoding.decode(fetched.body(), fetched.header("content-type").orElse(""));
  }
}
