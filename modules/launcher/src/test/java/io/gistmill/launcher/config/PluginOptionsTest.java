package io.gistmill.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.launcher.replay.UsageException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginOptionsTest {

  private static final String VARIABLE = "GISTMILL_CLASSIFIER_PLUGINS";

  @TempDir private Path temp = Path.of("");

  @Test
  void usualFolderNeedNotBeThere() {
    assertThat(new PluginOptions().folder(Map.of())).isEqualTo(GistmillConfig.PLUGINS);
  }

  @Test
  void folderOfTheVariableMustBeThere() {
    var options = new PluginOptions();

    assertThat(options.folder(Map.of(VARIABLE, temp.toString()))).isEqualTo(temp);
    assertThatThrownBy(() -> options.folder(Map.of(VARIABLE, temp.resolve("absent").toString())))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(VARIABLE + ": there is no folder");
  }
}
