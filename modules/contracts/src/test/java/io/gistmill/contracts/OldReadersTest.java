package io.gistmill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.contracts.Examples.Example;
import io.gistmill.domain.PostEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Old logs stay readable, and old readers can read new logs.
///
/// The documents in `v1` are frozen: they say what stands on logs out there. A change that makes
/// this test fail needs a new schema version (`posted/2`) beside the old one, not new documents.
class OldReadersTest {

  static List<Example<?>> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void todaysReaderReadsOldDocuments(Example<?> example) {
    // given
    JsonNode document = frozen(example);

    // when
    Object value = Json.MAPPER.treeToValue(document, example.type());

    // then
    assertThat(value).isEqualTo(example.value());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void todaysWriterLeavesNothingOutThatAnOldReaderKnows(Example<?> example) {
    // given
    JsonNode document = frozen(example);

    // when
    JsonNode written =
        Json.MAPPER.readTree(
            Json.MAPPER.writerFor(example.type()).writeValueAsBytes(example.value()));

    // then
    assertThat(missing("", document, written)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void fieldsOfANewerWriterAreIgnored(Example<?> example) {
    // given
    JsonNode document = frozen(example);
    extend(document);

    // when
    Object value = Json.MAPPER.treeToValue(document, example.type());

    // then
    assertThat(value).isEqualTo(example.value());
  }

  @Test
  void aFieldThatWasRenamedIsNoticed() {
    // given
    Example<?> example = example("posted");
    JsonNode document = frozen(example);
    ObjectNode post = (ObjectNode) document.get("post");
    post.set("body", post.remove("text"));

    // when, then
    assertThatThrownBy(() -> Json.MAPPER.treeToValue(document, PostEvent.class))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("'text'");
    assertThat(missing("", frozen(example), document)).containsExactly("/post/text");
  }

  @Test
  void aListThatOldDocumentsLackIsEmpty() {
    // given
    Example<?> example = example("posted-bare");
    JsonNode document = frozen(example);
    ((ObjectNode) document.get("post")).remove(List.of("quoted", "notes")).putNull("links");

    // when
    Object value = Json.MAPPER.treeToValue(document, PostEvent.class);

    // then
    assertThat(value).isEqualTo(example.value());
  }

  @Test
  void everyFrozenDocumentIsRead() throws IOException, URISyntaxException {
    // given
    Path folder = Path.of(Objects.requireNonNull(getClass().getResource("/v1")).toURI());

    // when
    List<String> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.map(file -> file.getFileName().toString().replace(".json", "")).toList();
    }

    // then
    assertThat(files)
        .containsExactlyInAnyOrderElementsOf(Examples.all().stream().map(Example::name).toList());
  }

  private static Example<?> example(String name) {
    return Examples.all().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
  }

  private static JsonNode frozen(Example<?> example) {
    String file = "/v1/" + example.name() + ".json";
    try (InputStream document = OldReadersTest.class.getResourceAsStream(file)) {
      return Json.MAPPER.readTree(Objects.requireNonNull(document, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Paths at which `now` does not say what `old` said; what is new is not looked at.
  private static List<String> missing(String path, JsonNode old, JsonNode now) {
    if (old.isObject() && now.isObject()) {
      return old.propertyNames().stream()
          .flatMap(name -> missing(path + "/" + name, old.get(name), now.path(name)).stream())
          .toList();
    }
    if (old.isArray() && now.isArray() && old.size() == now.size()) {
      return Stream.iterate(0, i -> i < old.size(), i -> i + 1)
          .flatMap(i -> missing(path + "/" + i, old.get(i), now.get(i)).stream())
          .toList();
    }
    return old.equals(now) ? List.of() : List.of(path);
  }

  /// The names in a map of topics are data, not fields.
  private static void extend(JsonNode node) {
    node.properties().stream()
        .filter(field -> !(field.getKey().equals("topics") && field.getValue().isObject()))
        .forEach(field -> extend(field.getValue()));
    if (node.isArray()) {
      node.forEach(OldReadersTest::extend);
    }
    if (node instanceof ObjectNode object) {
      object.put("fromTheFuture", "words").putObject("alsoNew").put("number", 1);
    }
  }
}
