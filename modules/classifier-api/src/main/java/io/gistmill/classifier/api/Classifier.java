package io.gistmill.classifier.api;

import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.List;

/// Says which topics posts are about.
///
/// What a classifier promises; `classifier-tck` tries each by its number:
///
/// 1. `classify` returns exactly one outcome for each post, in the order of the posts.
/// 2. The same post always gets the same outcome from the same version: whatever else is in the
///    batch, however often it is asked, on whichever thread, and by whichever classifier of the
///    factory.
/// 3. What cannot be classified comes back as [Outcome.Failed]; a post is no reason to throw. Texts
///    may be empty, a megabyte long, and hold anything that a `String` can hold.
/// 4. Outcomes and tags name the factory's `id()`. Topics are among the factory's `topics()`, each
///    at most once, with a confidence from 0 to 1. A post without topic gets [Outcome.Tagged] with
///    no tags.
/// 5. Evidence lies inside the post, at the offsets that it names, in UTF-16 units. A classifier
///    may also say where in its text a post says most, [Outcome.Tagged#emphasis], of no more
///    stretches than the text has; summaries go by it.
/// 6. It answers within the factory's `timeLimit()`. A call that is interrupted ends soon.
/// 7. `close` frees everything and ends all threads, also when there was no `classify` before it.
///
/// What a classifier may rely on:
///
/// 1. `classify` is called by one thread at a time, though not always by the same one. What one
///    call wrote the next one sees.
/// 2. `close` is called once, after the last `classify`, and nothing is called after it. Only when
///    a call never returns, or the process dies, `close` is not called at all.
/// 3. Batches are never empty and hold no null.
/// 4. After a call that took longer than the time limit its thread is interrupted, and no other
///    call is made before it has returned.
/// 5. While a plug-in's code runs, its own class loader is the context class loader of the thread.
/// 6. Whatever it does, in error or on purpose, is its own affair: its posts go on with a recorded
///    failure and with the tags of the others. It is asked again after a pause.
public interface Classifier extends AutoCloseable {

  List<Outcome> classify(List<Post> posts);

  /// What it has used so far of what costs, for people to watch. Asked after each call of
  /// `classify`, by the same thread and within the same time, and never of those that answer in
  /// place. At most ten units are shown.
  default List<Usage> usage() {
    return List.of();
  }

  @Override
  default void close() {}
}
