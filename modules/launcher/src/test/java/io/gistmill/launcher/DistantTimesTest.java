package io.gistmill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DistantTimesTest {

  @TempDir Path temp;

  @Test
  @Timeout(value = 90, unit = TimeUnit.SECONDS)
  void decadesBetweenPostsCostNoTimeAndLoseNothing() throws IOException {
    Path archive =
        Files.writeString(
            temp.resolve("long.jsonl"),
            line("a", "2025-03-04T08:00:00Z")
                + line("b", "1991-08-06T14:56:20Z")
                + line("c", "2020-02-29T12:00:00Z")
                + line("d", "2199-12-31T23:59:59Z"),
            StandardCharsets.UTF_8);
    Path out = temp.resolve("out");

    CommandRun run = CommandRun.of("replay", archive, "--out", out, "--zone", "UTC");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("4 in = 4 posts + 0 duplicates + 0 rejects");
    assertThat(names(out.resolve("digests/daily")))
        .containsExactly("1991-08-06", "2020-02-29", "2025-03-04", "2199-12-31");
    assertThat(names(out.resolve("digests/weekly")))
        .containsExactly("1991-W32", "2020-W09", "2025-W10", "2200-W01");
    assertThat(out.resolve("digests/daily/2199-12-31/all.txt"))
        .content(StandardCharsets.UTF_8)
        .contains("The d release");
  }

  private static String line(String id, String published) {
    return """
    {"id":"%s","author":"Maren Quill","published":"%s","text":"The %s release of Ternwheel is out."}
    """
        .formatted(id, published, id);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName() + "").sorted().toList();
    }
  }
}
