package io.gistmill.classifier.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page on containment names what each case records, and no other case.
class ContainmentPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("gistmill.root", "."), "docs/reference/containment.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| [a-z][^|]* \\| ([^|]*) \\|$");
  private static final Pattern CODE = Pattern.compile("^`([^`]+)`");

  @Test
  void everyCaseIsARowWithWhatIsRecorded() throws IOException {
    List<String> recorded =
        rows().stream()
            .map(CODE::matcher)
            .filter(code -> code.find())
            .map(code -> code.group(1))
            .toList();

    assertThat(recorded)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Misdeed.values())
                .filter(misdeed -> misdeed != Misdeed.ENDLESS_REASON)
                .map(Misdeed::reason)
                .filter(Objects::nonNull)
                .toList());
  }

  @Test
  void thereIsOneRowForEachCase() throws IOException {
    assertThat(rows()).hasSize(Misdeed.values().length);
  }

  private static List<String> rows() throws IOException {
    String table = Files.readString(PAGE).split("## How long", -1)[0];
    return ROW.matcher(table)
        .results()
        .map(row -> row.group(1))
        .filter(cell -> !cell.startsWith("is recorded"))
        .toList();
  }
}
