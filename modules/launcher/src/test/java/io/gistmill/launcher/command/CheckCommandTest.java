package io.gistmill.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.launcher.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `check` says of one machine, without a cluster.
class CheckCommandTest {

  @TempDir private Path temp = Path.of("");

  @Test
  void aKeyFileThatIsMissingIsMadeAtTheStartAndNotBefore() {
    CommandRun run = check("key-file=" + temp.resolve("own.key"));

    assertThat(run.out()).contains("ok    key-file " + temp.resolve("own.key") + " is made");
    assertThat(run.status()).isZero();
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void aFileWithoutKeyIsNamedAsARunDoes() throws IOException {
    Path file = Files.writeString(temp.resolve("own.key"), "secret", StandardCharsets.UTF_8);

    CommandRun none = check("key-file=" + file);
    CommandRun below = check("key-file=" + file.resolve("own.key"));

    assertThat(none.status()).isEqualTo(1);
    assertThat(none.out()).contains("FAIL  key-file " + file + " holds no key", "openssl rand");
    assertThat(below.status()).isEqualTo(1);
    assertThat(below.out()).contains("own.key cannot be made; name another as key-file");
  }

  @Test
  void aFolderOfPlugInsThatIsNotThereIsWorthANote() {
    CommandRun run = check("classifier.plugins=" + temp.resolve("nosuch"));

    assertThat(run.out()).contains("note  plugins  classifier.plugins: there is no folder");
    assertThat(run.status()).isZero();
  }

  @Test
  void onePortForTwoIsRefused() {
    CommandRun run = check("http.port=29092", "broker.port=29092");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("http.port and broker.port are both 29092");
  }

  private CommandRun check(String... settings) {
    var arguments = new ArrayList<Object>(List.of("check", "--data", temp.resolve("data")));
    var all = new ArrayList<>(List.of("http.port=0", "broker.port=0"));
    all.addAll(List.of(settings));
    all.forEach(setting -> arguments.addAll(List.of("--set", setting)));
    return CommandRun.of(arguments.toArray());
  }
}
