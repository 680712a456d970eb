package io.gistmill.classifier.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gistmill.classifier.Quill;
import io.gistmill.classifier.api.summary.Summariser;
import io.gistmill.classifier.api.summary.SummariserEngine;
import io.gistmill.classifier.api.summary.SummariserFactory;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummariserFileTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeSettings() throws IOException {
    file = folder.resolve("summariser.yml");
    Files.writeString(file, "engine: odd\n");
  }

  @Test
  void whatAFileCameToSaysOfItselfWhatItsEngineSays() throws IOException {
    // given
    SummariserFactory made = read("Sound");

    // when
    String id = made.id();

    // then
    assertThat(id).isEqualTo("quill@1");
    assertThat(made.timeLimit()).isEqualTo(Quill.copying().timeLimit());
    try (Summariser summariser = made.create()) {
      assertThat(summariser.usage()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Nowhere | $Nowhere not found; a service file names public classes that implement Summ
          Unlinked | its engine failed: the class a.b.C is not in its jars
          Thrown | its engine failed: it threw IllegalStateException (no ink)
          Nothing | it made null instead of a factory
          """)
  void whateverAnEngineDoesWrongIsToldWithTheFile(String engine, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(engine))
        .withMessageStartingWith(file + ": ")
        .withMessageContaining(problem);
  }

  @Test
  void aFactoryThatMakesNoSummariserIsToldWithTheFile() throws IOException {
    // given
    SummariserFactory made = read("Barren");

    // then
    assertThatIllegalArgumentException()
        .isThrownBy(made::create)
        .withMessageStartingWith(file + ": ")
        .withMessageContaining("it made null instead of a summariser");
  }

  @Test
  void aFileThatIsNotThereIsNoMatterOfPermissions() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SummariserFile.read(folder.resolve("none.yml"), loader()))
        .withMessageEndingWith("none.yml: there is no such file; write it or correct the path");
  }

  private SummariserFactory read(String engine) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(SummariserEngine.class.getName()), getClass().getName() + "$" + engine);
    try (URLClassLoader loader = loader()) {
      return SummariserFile.read(file, loader);
    }
  }

  private URLClassLoader loader() throws MalformedURLException {
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, SummariserFileTest.class.getClassLoader());
  }

  /// An engine of one kind.
  private abstract static class Odd implements SummariserEngine {
    @Override
    public String kind() {
      return "odd";
    }
  }

  public static final class Sound extends Odd {
    @Override
    public SummariserFactory factory(String settings, Path folder) {
      return Quill.copying();
    }
  }

  public static final class Unlinked extends Odd {
    @Override
    public SummariserFactory factory(String settings, Path folder) {
      throw new NoClassDefFoundError("a/b/C");
    }
  }

  public static final class Thrown extends Odd {
    @Override
    public SummariserFactory factory(String settings, Path folder) {
      throw new IllegalStateException("no ink");
    }
  }

  public static final class Nothing extends Odd {
    @Override
    @SuppressWarnings("NullAway")
    public SummariserFactory factory(String settings, Path folder) {
      return null;
    }
  }

  public static final class Barren extends Odd {
    @Override
    public SummariserFactory factory(String settings, Path folder) {
      return new SummariserFactory() {
        @Override
        public String name() {
          return "barren";
        }

        @Override
        public String version() {
          return "1";
        }

        @Override
        @SuppressWarnings("NullAway")
        public Summariser create() {
          return null;
        }
      };
    }
  }
}
