package io.gistmill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @TempDir Path temp;
  private Path archive = Path.of("");

  @BeforeEach
  void writeArchive() throws IOException {
    archive = Files.writeString(temp.resolve("posts.md"), "### 1\n\nNobody 2025-05-06\n\nText.\n");
  }

  @Test
  void archiveIsNeeded() {
    assertUsage(CommandRun.of("replay", "--out", temp.resolve("out")), "ARCHIVE");
  }

  @Test
  void outIsNeeded() {
    assertUsage(CommandRun.of("replay", archive), "--out");
  }

  @Test
  void commandIsNeeded() {
    assertUsage(CommandRun.of(), "Missing required subcommand");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --zone       | Foo/Bar | --zone: 'Foo/Bar' is no time zone
          --partitions | 0       | --partitions: '0' must lie between 1 and 64
          --partitions | abc     | --partitions: 'abc' is no whole number
          --partitions | 1000    | --partitions: '1000' must lie between 1 and 64
          --config     | absent  | absent: there is no such file
          --zones      | UTC     | Unknown option: '--zones'
          """)
  void badOptionIsNamed(String option, String value, String complaint) {
    Path out = temp.resolve("out");

    CommandRun run = CommandRun.of("replay", archive, "--out", out, option, value);

    assertUsage(run, complaint);
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          demo   | --day | 0s   | --day: a day of the samples takes between 1s and 1d
          demo   | --day | soon | --day': 'soon' is no length of time; write it such as 500ms, 30s, 5m
          shadow | --for | soon | --for': 'soon' is no length of time; write it such as 500ms, 30s, 5m
          """)
  void lengthsOfTimeAreWrittenAsInSettings(
      String command, String option, String value, String complaint) {
    CommandRun run = CommandRun.of(command, option, value);

    assertUsage(run, complaint);
    assertThat(run.err()).doesNotContain("java.");
  }

  @Test
  void outThatIsAFileIsNamed() {
    assertUsage(CommandRun.of("replay", archive, "--out", archive), "is a file; --out takes a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "help", "replay --help", "help replay", "--version"})
  void helpGoesToStandardOutput(String arguments) {
    CommandRun run = CommandRun.of((Object[]) arguments.split(" "));

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("gistmill");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void helpFitsATerminal() {
    CommandRun run = CommandRun.of("replay", "--help");

    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(run.out()).contains("--out", "--zone", "--partitions", "--config", "Exit status");
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "classify", "evaluate"})
  void helpOfCommandsOnModelsFitsATerminal(String command) {
    CommandRun run = CommandRun.of(command, "--help");

    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(run.out()).contains("Exit status");
  }

  private static void assertUsage(CommandRun run, String complaint) {
    assertThat(run.err()).contains(complaint);
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(2);
  }
}
