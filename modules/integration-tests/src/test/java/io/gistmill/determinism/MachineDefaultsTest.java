package io.gistmill.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.model.ShippedModel;
import io.gistmill.launcher.Main;
import io.gistmill.testsupport.process.ChildJvm;
import io.gistmill.testsupport.process.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two machines on two sides of the earth, each with its own default zone, locale and charset,
/// write the same bytes. The classifier looks at whole sentences, as in every replay of a small
/// archive.
class MachineDefaultsTest {

  private static final Path SAMPLES =
      Path.of(System.getProperty("gistmill.root", "../.."), "samples");

  @TempDir Path folder;

  @Test
  void defaultZoneLocaleAndCharsetChangeNothing() throws IOException {
    var chinese = replay("chinese", "Asia/Shanghai", "zh", "CN", "UTF-8");
    // Turkish upper-cases i with a dot, and writes other decimal signs.
    var turkish = replay("turkish", "America/St_Johns", "tr", "TR", "ISO-8859-9");

    assertThat(chinese).containsKey("posts.jsonl").hasSizeGreaterThan(100);
    assertThat(chinese.get("posts.jsonl"))
        .contains("\"classifier\":\"trained@")
        .doesNotContain("trained@" + ShippedModel.ofWords().version());
    Folders.assertSame(turkish, chinese);
  }

  private SortedMap<String, String> replay(
      String name, String zone, String language, String country, String charset)
      throws IOException {
    Path out = folder.resolve(name);
    try (ChildJvm replay =
        JavaProgram.of(
                Main.class,
                "replay",
                SAMPLES.resolve("posts.md").toString(),
                SAMPLES.resolve("posts.jsonl").toString(),
                "--out",
                out.toString())
            .withHeap(512)
            .withProperty("user.timezone", zone)
            .withProperty("user.language", language)
            .withProperty("user.country", country)
            .withProperty("file.encoding", charset)
            .start(folder.resolve(name + ".log"))) {
      assertThat(replay.awaitExit()).as(replay.tail()).isZero();
    }
    return Folders.read(out);
  }
}
