package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

  @TempDir Path temp;

  @Test
  void everythingInItIsDeleted() throws IOException {
    Workspace workspace = Workspace.in(temp, 0);
    Files.writeString(workspace.folder("a").resolve("file"), "text");
    workspace.folder("b");

    workspace.close();

    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void missingFolderIsNamedWithTheMend() {
    Path absent = temp.resolve("absent");

    assertThatThrownBy(() -> Workspace.in(absent, 0))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(absent.toString(), "set TMPDIR");
  }

  @Test
  void fullDiskIsFoundBeforeTheBrokerStarts() {
    assertThatThrownBy(() -> Workspace.in(temp, Long.MAX_VALUE))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(temp.toString(), "MiB left", "set TMPDIR");
    assertThat(temp).isEmptyDirectory();
  }
}
