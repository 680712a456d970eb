package io.gistmill.producer.feed;

import io.gistmill.producer.web.Answer;

/// From the bytes of an answer to the feed in it.
final class Feeds {

  /// Of one feed; beyond that its end is cut off, and the operator told.
  static final int MOST_ITEMS = 10_000;

  private Feeds() {}

  static FeedDocument read(Answer.Fetched fetched) throws FeedException {
    return FeedReader.read(text(fetched), fetched.address());
  }

  static String text(Answer.Fetched fetched) {
    return Decoding.decode(fetched.body(), fetched.header("content-type").orElse(""));
  }
}
