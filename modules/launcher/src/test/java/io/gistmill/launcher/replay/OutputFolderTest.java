package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

  @TempDir Path temp;

  @Test
  void missingFolderIsMadeWithItsParents() throws IOException {
    Path folder = temp.resolve("a/b");

    OutputFolder out = OutputFolder.check(folder, List.of());

    assertThat(folder).isEmptyDirectory();
    assertThat(out.posts()).isEqualTo(folder.resolve("posts.jsonl"));
  }

  @Test
  void oldResultsGoAndOtherFilesStay() throws IOException {
    write("posts.jsonl");
    write("rejects.jsonl");
    write("digests/daily/2025-05-06/all.json");
    write("digests/weekly/2025-W19/all.json");
    Path notes = write("notes.txt");
    Path mine = write("digests/mine/all.json");

    OutputFolder.check(temp, List.of()).deleteOldResults();

    assertThat(temp).isDirectoryNotContaining(path -> path.endsWith("posts.jsonl"));
    assertThat(temp).isDirectoryNotContaining(path -> path.endsWith("rejects.jsonl"));
    assertThat(temp.resolve("digests/daily")).doesNotExist();
    assertThat(temp.resolve("digests/weekly")).doesNotExist();
    assertThat(notes).exists();
    assertThat(mine).exists();
  }

  @Test
  void linkedFolderIsUnlinkedAndNotEmptied() throws IOException {
    Path elsewhere = write("elsewhere/all.json");
    Path out = temp.resolve("out");
    Path link = Files.createDirectories(out.resolve("digests")).resolve("daily");
    Files.createSymbolicLink(link, temp.resolve("elsewhere"));

    OutputFolder.check(out, List.of()).deleteOldResults();

    assertThat(link).doesNotExist();
    assertThat(elsewhere).exists();
  }

  @Test
  void fileInTheWayIsNamed() throws IOException {
    Path file = write("out");

    assertThatThrownBy(() -> OutputFolder.check(file, List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessage(file + " is a file; --out takes a folder");
  }

  @Test
  void fileAmongTheParentsIsNamed() throws IOException {
    Path folder = write("file").resolve("out");

    assertThatThrownBy(() -> OutputFolder.check(folder, List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(folder.toString(), "choose another --out");
  }

  @Test
  void folderWithoutRightsIsNamed() {
    boolean locked = temp.toFile().setWritable(false) && !Files.isWritable(temp);
    Assumptions.assumeTrue(locked, "whoever runs this may write everywhere");

    assertThatThrownBy(() -> OutputFolder.check(temp, List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(temp.toString(), "choose another --out");
  }

  @Test
  void archiveIsNeverReplacedByItsResults() throws IOException {
    Path archive = write("posts.jsonl");
    Path detour = temp.resolve("digests/../posts.jsonl");
    Files.createDirectories(temp.resolve("digests"));

    assertThatThrownBy(() -> OutputFolder.check(temp, List.of(detour)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("would be replaced");
    assertThat(archive).hasContent("x");
  }

  private Path write(String name) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }
}
