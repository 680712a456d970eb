package io.gistmill.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.determinism.GeneratedArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ctrl-C ends everything soon and in order, and what was accepted is there after the next start.
@Timeout(240)
class CtrlCTest {

  private static final Logger LOG = LoggerFactory.getLogger(CtrlCTest.class);

  /// Three seconds on a machine that does nothing else.
  private static final Duration GENEROUS = Duration.ofSeconds(20);

  private static final long SEED = 20_250_303;

  @TempDir Path folder;

  @Test
  void endsADemoInFullFlow() throws IOException {
    Path output = folder.resolve("demo.log");
    try (var demo =
        GistmillProcess.start(
            output,
            "demo",
            "--port",
            "0",
            "--day",
            "PT10S",
            "--data",
            folder.resolve("demo").toString())) {
      demo.jvm().awaitLine("The first digests are on");

      assertEndsSoon(demo);

      assertThat(Files.readString(output)).doesNotContain("ERROR", "WARN", "not everything ended");
    }
  }

  @Test
  void losesNothingThatARunHasAccepted() throws IOException {
    int port = Installation.freePort();
    var installation = new Installation(folder, "127.0.0.1:" + port);
    try (var run = installation.startAlone("run", port)) {
      var sender = new Sender(run.awaitReady());
      var stopping = new AtomicBoolean();
      CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> flow(sender, stopping));
      await().atMost(Duration.ofSeconds(60)).until(() -> sender.accepted().size() > 100);

      assertEndsSoon(run);

      stopping.set(true);
      sending.join();
      assertThat(Files.readString(folder.resolve("run.log")))
          .doesNotContain("ERROR", "not everything ended");
      run.restart();
      run.awaitReady();
      LogImage.awaitTagged(sender.accepted(), installation.bootstrap());
    }
  }

  private static void assertEndsSoon(GistmillProcess process) {
    long before = System.nanoTime();
    int status = process.jvm().interrupt();
    Duration taken = Duration.ofNanos(System.nanoTime() - before);
    LOG.info("ended after Ctrl-C in {} ms", taken.toMillis());
    assertThat(status).as(process.jvm().tail()).isEqualTo(130);
    assertThat(taken).as(process.jvm().tail()).isLessThan(GENEROUS);
  }

  private static void flow(Sender sender, AtomicBoolean stopping) {
    var posts = new GeneratedArchive(SEED);
    for (int number = 0; !stopping.get(); number++) {
      var _ = sender.offer(List.of(posts.next(number, Step.START)));
    }
  }
}
