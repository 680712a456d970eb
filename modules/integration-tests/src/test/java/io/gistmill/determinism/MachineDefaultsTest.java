package io.gistmill.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.model.ShippedModel;
import io.gistmill.launcher.Main;
import io.gistmill.testsupport.process.ChildJvm;
import io.gistmill.testsupport.process.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two machines on two sides of the earth, each with its own default zone, locale and charset,
/// write the same bytes.
class MachineDefaultsTest {

  private static final Path SAMPLES =
      Path.of(System.getProperty("gistmill.root", "../.."), "samples");
  private static final String MARKDOWN = SAMPLES.resolve("posts.md").toString();
  private static final String JSON_LINES = SAMPLES.resolve("posts.jsonl").toString();

  /// What a machine takes for granted.
  private enum Machine {
    SHANGHAI("Asia/Shanghai", "zh", "CN", "UTF-8"),
    /// Turkish upper-cases i with a dot, and writes other decimal signs.
    ST_JOHNS("America/St_Johns", "tr", "TR", "ISO-8859-9");

    private final String zone;
    private final String language;
    private final String country;
    private final String charset;

    Machine(String zone, String language, String country, String charset) {
      this.zone = zone;
      this.language = language;
      this.country = country;
      this.charset = charset;
    }

    JavaProgram running(JavaProgram program) {
      return program
          .withProperty("user.timezone", zone)
          .withProperty("user.language", language)
          .withProperty("user.country", country)
          .withProperty("file.encoding", charset);
    }
  }

  @TempDir Path folder;

  @Test
  void defaultZoneLocaleAndCharsetChangeNothing() throws IOException {
    var digests = alike(MARKDOWN, JSON_LINES, "--sentences=no");

    assertThat(digests).containsKey("posts.jsonl").hasSizeGreaterThan(100);
  }

  @Test
  void norDoTheyWhereTheClassifierLooksAtSentences() throws IOException {
    var digests = alike(JSON_LINES, "--sentences=yes");

    assertThat(digests.get("posts.jsonl"))
        .contains("\"classifier\":\"trained@")
        .doesNotContain("trained@" + ShippedModel.ofWords().version());
  }

  /// What both machines make of it.
  private SortedMap<String, String> alike(String... replayed) throws IOException {
    var one = replay(Machine.SHANGHAI, replayed);
    Folders.assertSame(replay(Machine.ST_JOHNS, replayed), one);
    return one;
  }

  private SortedMap<String, String> replay(Machine machine, String... replayed) throws IOException {
    Path out = folder.resolve(machine.name());
    List<String> arguments =
        Stream.of(Stream.of("replay"), Stream.of(replayed), Stream.of("--out", out.toString()))
            .flatMap(words -> words)
            .toList();
    var program = JavaProgram.of(Main.class, arguments.toArray(String[]::new)).withHeap(512);
    try (ChildJvm replay =
        machine.running(program).start(folder.resolve(machine.name() + ".log"))) {
      assertThat(replay.awaitExit()).as(replay.tail()).isZero();
    }
    return Folders.read(out);
  }
}
