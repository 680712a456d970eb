package io.gistmill.launcher.replay;

import io.gistmill.contracts.Topics;
import io.gistmill.launcher.pipeline.Pipeline;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/// A pipeline that starts beside the caller, who can do something else meanwhile.
final class StartingPipeline implements AutoCloseable {

  private final CompletableFuture<Pipeline> starting;

  StartingPipeline(Replay.PipelineStart start, Path folder, Topics topics) {
    starting =
        CompletableFuture.supplyAsync(
            () -> start.start(folder, topics),
            task -> Thread.ofPlatform().name("pipeline start").start(task));
  }

  /// Waits for the start.
  ///
  /// @throws CompletionException with the cause when it failed
  Pipeline await() throws InterruptedException {
    try {
      return starting.get();
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    }
  }

  /// Waits for the start, whatever became of it, and ends the pipeline.
  @Override
  public void close() {
    starting
        .handle(
            (pipeline, failure) -> {
              if (failure == null) {
                pipeline.close();
              }
              return failure;
            })
        .join();
  }
}
