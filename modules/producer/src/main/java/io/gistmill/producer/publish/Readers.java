package io.gistmill.producer.publish;

import java.time.Instant;

/// The far end of the pipeline, for which a replay waits lest it run away from it.
public interface Readers {

  /// True when every digest due at this tick has been read.
  boolean haveReached(Instant tick);

  /// Returns once [#haveReached] holds.
  void await(Instant tick) throws InterruptedException;
}
