package io.gistmill.classifier.api;

import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.List;

/// Says which topics posts are about.
///
/// What a classifier promises:
///
/// 1. `classify` returns exactly one outcome for each post, in the order of the posts.
/// 2. The same post always gets the same outcome, whatever else is in the batch.
/// 3. What cannot be classified comes back as [Outcome.Failed]; a post is no reason to throw.
/// 4. Evidence lies inside the post, at the offsets that it names.
///
/// What a classifier may rely on:
///
/// 1. `classify` is called by one thread at a time.
/// 2. `close` is called once, after the last `classify`.
/// 3. Batches are never empty.
public interface Classifier extends AutoCloseable {

  List<Outcome> classify(List<Post> posts);

  @Override
  default void close() {}
}
