package io.gistmill.launcher.pipeline;

import java.util.concurrent.CompletableFuture;

/// A running pipeline, from `posts` to `digests`, wherever its parts run.
public interface Pipeline extends AutoCloseable {

  String bootstrapServers();

  /// Fails with the cause when a part dies; never completes otherwise.
  CompletableFuture<Void> failure();

  /// Ends all parts in reverse order of start, within bounds of time.
  @Override
  void close();
}
