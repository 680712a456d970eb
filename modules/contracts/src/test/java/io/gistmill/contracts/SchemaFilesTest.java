package io.gistmill.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The checked-in schemas say what the types say. `-Dschemas.refresh=true` writes them anew.
class SchemaFilesTest {

  private static final Path FOLDER = Path.of("src", "main", "resources", "schemas");

  static List<Schemas.Schema> schemas() {
    return Schemas.ALL;
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void checkedInSchemaIsTheGeneratedOne(Schemas.Schema schema) throws IOException {
    // given
    Path file = FOLDER.resolve(schema.file());

    // when
    String generated = Schemas.text(schema);

    // then
    if (Boolean.getBoolean("schemas.refresh")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, generated);
    }
    assertThat(file)
        .as(
            "The types changed what stands in topics. If that is meant, run"
                + " `mvn -pl modules/contracts test -Dtest=SchemaFilesTest -Dschemas.refresh=true`"
                + " and commit the schemas with the change.")
        .content()
        .isEqualTo(generated);
  }

  @Test
  void noSchemaIsLeftBehind() throws IOException {
    // when
    List<String> files;
    try (Stream<Path> listed = Files.list(FOLDER)) {
      files = listed.map(file -> file.getFileName().toString()).toList();
    }

    // then
    assertThat(files)
        .containsExactlyInAnyOrderElementsOf(
            Schemas.ALL.stream().map(Schemas.Schema::file).toList());
  }
}
