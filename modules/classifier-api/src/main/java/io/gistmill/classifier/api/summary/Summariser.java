package io.gistmill.classifier.api.summary;

import io.gistmill.classifier.api.Usage;
import io.gistmill.domain.Language;
import io.gistmill.domain.Post;
import java.util.List;

/// Writes a headline and a sentence or two about a post.
///
/// What a summariser promises:
///
/// 1. What cannot be summarised comes back as [Draft.Failed], with a reason for people; a post is
///    no reason to throw. Texts may be a megabyte long, and hold anything that a `String` can hold.
/// 2. It writes in the language of the post, and says nothing that the post does not say.
/// 3. It keeps within limits of its own where asking costs: beyond one it fails at once.
/// 4. It answers within the factory's `timeLimit()`. A call that is interrupted ends soon.
/// 5. `close` frees everything and ends all threads, also when there was no `summarise` before it.
///
/// What a summariser may rely on:
///
/// 1. `summarise` is called by one thread at a time, though not always by the same one. What one
///    call wrote the next one sees.
/// 2. `close` is called once, after the last `summarise`, and nothing is called after it. Only when
///    a call never returns, or the process dies, `close` is not called at all.
/// 3. It is asked about a post once. What it says is recorded, and read from the record whenever
///    the log is read again; only what a crash left without a record is asked again.
/// 4. Nothing that it says is believed: headline and sentences are held against the post. What the
///    post does not bear out is left out; where no sentence or no headline stands, the draft has
///    failed. What is shown is marked as written by a machine.
/// 5. Whatever it does, in error or on purpose, is its own affair: its posts go on with the words
///    that are taken from the post itself. It is asked again after a pause.
public interface Summariser extends AutoCloseable {

  /// @param language that the post is mainly written in, and the draft should be
  Draft summarise(Post post, Language language);

  /// What it has used so far of what costs, for people to watch. Asked after each call of
  /// `summarise`, by the same thread and within the same time. At most ten units are shown.
  default List<Usage> usage() {
    return List.of();
  }

  @Override
  default void close() {}
}
