package io.gistmill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.launcher.pipeline.Pipeline;
import io.gistmill.launcher.replay.Replay;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FailedPipelineTest {

  private static final IllegalStateException CAUSE =
      new IllegalStateException("the desk has lost its store");

  @TempDir Path temp;

  @Test
  void deadPartEndsTheCommandWithItsCauseOnce() {
    var pipeline = new DyingPipeline();

    CommandRun run = replay((folder, topics) -> pipeline);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.complaints()).containsExactly("gistmill replay failed: " + CAUSE.getMessage());
    assertThat(run.out()).isEmpty();
    assertThat(pipeline.closed).isTrue();
  }

  @Test
  void pipelineThatDoesNotStartEndsTheCommandWithItsCauseOnce() {
    CommandRun run =
        replay(
            (folder, topics) -> {
              throw CAUSE;
            });

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.complaints()).containsExactly("gistmill replay failed: " + CAUSE.getMessage());
  }

  private CommandRun replay(Replay.PipelineStart start) {
    var command =
        new CommandLine(new ReplayCommand(start)).setExecutionExceptionHandler(new FailureReport());
    return CommandRun.of(
        command, CommandRun.samples().resolve("posts.md"), "--out", temp.resolve("out"));
  }

  /// Has a broker that nobody reaches, and says at once that a part of it is dead.
  private static final class DyingPipeline implements Pipeline {

    private volatile boolean closed;

    @Override
    public String bootstrapServers() {
      return "127.0.0.1:1";
    }

    @Override
    public CompletableFuture<Void> failure() {
      return CompletableFuture.failedFuture(CAUSE);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
