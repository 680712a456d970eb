package io.gistmill.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.launcher.config.GistmillConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummariserCheckTest {

  @TempDir private Path folder;

  @Test
  void theSummariserIsNamedThatWouldWrite() throws IOException {
    Finding finding = check("engine: chat\nurl: https://models.example.org/v1\nmodel: small\n");

    assertThat(finding.good()).isTrue();
    assertThat(finding.says()).matches("chat-summary@[0-9a-f]{10} writes .*");
  }

  @Test
  void everyMistakeOfTheFileIsToldWithItsName() throws IOException {
    Finding finding = check("engine: chat\nmodel: 4\ncache: -1\n");

    assertThat(finding.good()).isFalse();
    assertThat(finding.says())
        .contains("summariser.settings", "summariser.yml: ", "url: ", "model: ", "cache: ");
  }

  @Test
  void anUnknownEngineIsToldWithThoseThatThereAre() throws IOException {
    Finding finding = check("engine: quill\n");

    assertThat(finding.says()).contains("no engine is called 'quill'", "one of: chat");
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    Path nowhere = folder.resolve("none.yml");

    Finding finding = SummariserCheck.of(new GistmillConfig.Summariser(nowhere, 200, true));

    assertThat(finding.good()).isFalse();
    assertThat(finding.says()).contains("none.yml: there is no such file");
  }

  private Finding check(String settings) throws IOException {
    Path file = folder.resolve("summariser.yml");
    Files.writeString(file, settings);
    return SummariserCheck.of(new GistmillConfig.Summariser(file, 200, true));
  }
}
