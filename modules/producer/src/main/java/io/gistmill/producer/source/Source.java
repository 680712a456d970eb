package io.gistmill.producer.source;

import io.gistmill.domain.SourceMemory;
import java.time.Instant;

/// One source that is followed. Whoever writes one can rely on this:
///
/// 1. [#poll] is called on a virtual thread and may block. Two calls for sources of one [#peer]
///    never run at the same time in one process.
/// 2. It gets the memory that its last successful poll gave back, and [SourceMemory#EMPTY] at
///    first. It keeps nothing else between calls: the next one may happen in another process.
/// 3. What it gives back is published and remembered together, in one transaction, or not at all. A
///    poll may therefore be repeated with the old memory, and must then come to the same posts.
/// 4. It decides what is new. Posts need ids that stay the same from poll to poll.
/// 5. What its peer does wrong is a [PollResult.Failed]. If it throws all the same, that counts as
///    a failure of this source alone.
/// 6. When the process ends or loses the source to another one, the thread is interrupted and the
///    result is dropped.
public interface Source {

  /// Whom it burdens, such as a host name.
  String peer();

  /// @param now the time of the poll, by the clock of the process
  PollResult poll(SourceMemory memory, Instant now) throws InterruptedException;
}
