package io.gistmill.launcher.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.launcher.CommandRun;
import io.gistmill.launcher.Main;
import io.gistmill.launcher.replay.UsageException;
import io.gistmill.launcher.train.Lessons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Pipes give their bytes but once, and a command looks at the head of a file before it reads it.
@Timeout(120)
class SourceTest {

  private static final int LINES = 5_000;

  @TempDir private Path temp = Path.of("");

  @Test
  void everyLineOfAPipeIsRead() throws Exception {
    assertThat(inputs("pipe", "a post of some words\n".repeat(LINES))).hasSize(LINES);
    assertThat(inputs("pipe.jsonl", "{\"text\":\"words\"}\n".repeat(LINES))).hasSize(LINES);
    assertThat(inputs("archive", "### 1\n\nAda @ada 2025-05-06\n\nb\n"))
        .extracting(input -> ((Input.Read) input).post().text())
        .containsExactly("b");
  }

  @Test
  void copyOfAPipeGoesAway() throws Exception {
    Path pipe = pipe("pipe", "one\ntwo\n");
    Path copy;

    try (Source source = Source.open(pipe)) {
      copy = source.path();
      assertThat(copy).hasContent("one\ntwo\n");
      assertThat(source).hasToString(pipe.toString());
    }

    assertThat(copy).doesNotExist();
  }

  @Test
  void ordinaryFilesAreReadWhereTheyAre() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "a");

    try (Source source = Source.open(file)) {
      assertThat(source.path()).isEqualTo(file);
    }

    assertThat(file).exists();
  }

  @Test
  void whatIsInAnArchiveOfAPipeIsToldByItsName() throws Exception {
    Path pipe = pipe("broken.md", "nothing that begins a post\n");

    assertThatThrownBy(() -> Inputs.read(pipe, input -> {}))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(pipe.toString());
  }

  @Test
  void modelOfAPipeIsThatOfItsFile() throws Exception {
    Path data = Lessons.classes(temp);
    Path pipe = pipe("pipe", Files.readString(data));
    Path one = temp.resolve("one.model");
    Path other = temp.resolve("other.model");

    CommandRun run =
        CommandRun.of("train", "--no-check", "--embed", "no", "--data", pipe, "--out", one);
    CommandRun.of("train", "--no-check", "--embed", "no", "--data", data, "--out", other);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(one).hasSameBinaryContentAs(other);
  }

  @Test
  void hyphenIsStandardInput() throws Exception {
    Path model = temp.resolve("own.model");
    CommandRun.of(
        "train", "--no-check", "--embed", "no", "--data", Lessons.classes(temp), "--out", model);
    var program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            Main.class.getName(),
            "classify",
            "--model",
            model.toString(),
            "-");
    program.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    program.redirectError(temp.resolve("err").toFile());
    program.redirectOutput(temp.resolve("out").toFile());

    Process process = program.start();
    try (var in = process.getOutputStream()) {
      in.write("rye dough\n".repeat(LINES).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(process.waitFor()).as(Files.readString(temp.resolve("err"))).isZero();
    assertThat(Files.readAllLines(temp.resolve("out"))).hasSize(LINES);
  }

  @Test
  void hyphenIsNoArchive() {
    CommandRun run = CommandRun.of("replay", "-", "--out", temp.resolve("out"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("name standard input as /dev/stdin");
  }

  private List<Input> inputs(String name, String text) throws Exception {
    var inputs = new ArrayList<Input>();
    Inputs.read(pipe(name, text), inputs::add);
    return inputs;
  }

  /// One that is written to from beside.
  private Path pipe(String name, String text) throws Exception {
    Path pipe = temp.resolve(name);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Thread.ofVirtual().start(() -> write(pipe, text));
    return pipe;
  }

  private static void write(Path pipe, String text) {
    try {
      Files.writeString(pipe, text);
    } catch (IOException e) {
      // The reader says what is missing.
    }
  }
}
