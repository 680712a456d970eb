package io.gistmill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.testsupport.process.ChildJvm;
import io.gistmill.testsupport.process.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Ctrl-C does, in a JVM of its own.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StoppedReplayTest {

  private static final int POSTS = 10_000;

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"Reading 100%", "Digesting 0%", "Digesting (25|50|75)%"})
  void stoppedReplayCleansUp(String moment) throws IOException {
    Path temporary = Files.createDirectory(temp.resolve("tmp"));
    JavaProgram program =
        JavaProgram.of(
                Main.class,
                "replay",
                manyPosts().toString(),
                "--sentences=no",
                "--out",
                temp.resolve("out").toString())
            .withProperty("java.io.tmpdir", temporary.toString());
    try (ChildJvm child = program.start(temp.resolve("output"))) {
      child.awaitLine(moment, line -> line.matches(moment));
      long before = System.nanoTime();

      int status = child.stop();

      assertThat(status).as(child.tail()).isEqualTo(143);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
      assertThat(Files.readString(temp.resolve("output")))
          .contains("gistmill replay was stopped; its results are not complete")
          .doesNotContain("ERROR", "WARN", "Exception", "not everything ended");
      assertThat(temporary).isDirectoryNotContaining("glob:**/gistmill-*");
    }
  }

  /// So many that the replay cannot be over before it is stopped.
  private Path manyPosts() throws IOException {
    var lines = new StringBuilder();
    Instant first = Instant.parse("2025-01-01T00:00:00Z");
    for (int i = 0; i < POSTS; i++) {
      lines
          .append("{\"author\":\"Maren Quill\",\"text\":\"Note ")
          .append(i)
          .append(" on the Ternwheel router.\",\"published\":\"")
          .append(first.plus(Duration.ofMinutes(20L * i)))
          .append("\"}\n");
    }
    return Files.writeString(temp.resolve("many.jsonl"), lines);
  }
}
