package io.gistmill.launcher.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path temp = Path.of("");

  @Test
  void newTextTakesThePlaceOfTheOld() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "old");

    WholeFile.at(file, List.of()).write("new");

    assertThat(file).hasContent("new");
    assertThat(temp).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void whatFailsHalfWayLeavesTheOld() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "old");
    WholeFile whole = WholeFile.at(file, List.of());

    assertThatThrownBy(
            () ->
                whole.write(
                    part -> {
                      Files.writeString(part, "half");
                      throw new IOException("the disk is full");
                    }))
        .hasMessage("the disk is full");

    assertThat(file).hasContent("old");
    assertThat(temp).isDirectoryNotContaining("glob:**.part");
  }
}
