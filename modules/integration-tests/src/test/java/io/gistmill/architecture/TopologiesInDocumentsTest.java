package io.gistmill.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `ARCHITECTURE.md` shows each topology as it is: the texts are those with which the tests of the
/// topologies compare.
class TopologiesInDocumentsTest {

  private static final Pattern DESCRIBED =
      Pattern.compile("modules/.+/src/test/resources/.*topolog.*\\.txt");

  static List<String> descriptions() throws IOException, InterruptedException {
    return TrackedFiles.all().stream().filter(name -> DESCRIBED.matcher(name).matches()).toList();
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void theDocumentShowsTheTopology(String description) {
    List<String> shown =
        MarkdownPage.read("ARCHITECTURE.md").fencedBlocks().stream().map(String::strip).toList();

    assertThat(shown)
        .as("copy %s into a fenced block of ARCHITECTURE.md", description)
        .contains(TrackedFiles.read(description).strip());
  }

  @Test
  void theDocumentShowsNoOther() throws IOException, InterruptedException {
    List<String> real = descriptions().stream().map(TrackedFiles::read).map(String::strip).toList();

    List<String> shown =
        MarkdownPage.read("ARCHITECTURE.md").fencedBlocks().stream()
            .map(String::strip)
            .filter(block -> block.startsWith("Topologies:"))
            .toList();

    assertThat(shown).hasSize(3).allMatch(real::contains);
  }
}
