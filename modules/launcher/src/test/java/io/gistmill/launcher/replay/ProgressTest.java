package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void elsewhereALineComesForEachQuarter() {
    Progress progress = Progress.on(out, false);

    for (int i = 0; i <= 1000; i++) {
      progress.show("Reading", i, 1000);
    }

    assertThat(printed().lines())
        .containsExactly("Reading 0%", "Reading 25%", "Reading 50%", "Reading 75%", "Reading 100%");
  }

  @Test
  void elsewhereStepsAreToldApart() {
    Progress progress = Progress.on(out, false);

    progress.show("Reading", 10, 10);
    progress.end();
    progress.show("Digesting", 0, 3);

    assertThat(printed().lines()).containsExactly("Reading 100%", "Digesting 0%");
  }

  @Test
  void nothingToDoIsDone() {
    Progress.on(out, false).show("Reading", 0, 0);

    assertThat(printed().lines()).containsExactly("Reading 100%");
  }

  @Test
  void terminalHasOneBarForEachStepAndThenAFreshLine() {
    Progress progress = Progress.on(out, true);

    progress.show("Reading", 1, 2);
    progress.show("Reading", 2, 2);
    progress.show("Digesting", 1, 2);
    progress.end();

    assertThat(printed()).contains("\r").contains("100%").endsWith("\n");
    assertThat(printed().lines().filter(line -> !line.isBlank()))
        .anyMatch(line -> line.contains("Reading"))
        .last()
        .asString()
        .contains("Digesting", "50%");
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
