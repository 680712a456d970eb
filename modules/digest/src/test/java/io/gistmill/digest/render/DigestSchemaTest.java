package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.gistmill.contracts.Json;
import io.gistmill.digest.render.DigestRenderer.Format;
import io.gistmill.domain.Cadence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form is what `docs/reference/digest.schema.json` says.
class DigestSchemaTest {

  private static final Path FILE = Path.of("../../docs/reference/digest.schema.json");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  static Stream<String> samples() {
    SampleDigest usual = SampleDigest.usual();
    Stream<DigestPage> others =
        Stream.of(
            usual.page(),
            SampleDigest.hostile().page(),
            usual.pages().page(usual.digest("all", new Cadence.QuarterHourly(), 0)));
    return Stream.concat(SamplePages.all().values().stream(), others)
        .map(page -> new DigestRenderer().render(page, Format.JSON));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsValid(String json) throws IOException {
    assertThat(faults(schema(), json)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noFieldIsLeftUndescribed(String json) throws IOException {
    // given
    JsonNode strict = schema();
    objects(strict).toList().forEach(object -> object.put("additionalProperties", false));

    // when
    List<String> faults = faults(strict, json);

    // then
    assertThat(faults).as("describe the field in " + FILE).isEmpty();
  }

  @Test
  void everyDescribedFieldIsSeenInASample() throws IOException {
    // given
    var described = new TreeSet<String>();
    objects(schema()).forEach(object -> described.addAll(object.get("properties").propertyNames()));

    // when
    var seen = new TreeSet<String>();
    samples().map(Json.MAPPER::readTree).forEach(sample -> fields(sample, seen));

    // then
    assertThat(seen).containsExactlyElementsOf(described);
  }

  @Test
  void whatIsWrongIsFound() throws IOException {
    // given
    String json =
        samples()
            .findFirst()
            .orElseThrow()
            .replace("\"rank\" : 1", "\"rank\" : 0")
            .replace("\"title\"", "\"name\"");

    // when
    List<String> faults = faults(schema(), json);

    // then
    assertThat(faults).hasSize(2);
  }

  private static List<String> faults(JsonNode schema, String json) {
    Schema compiled = REGISTRY.getSchema(schema.toString(), InputFormat.JSON);
    return compiled.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static JsonNode schema() throws IOException {
    return Json.MAPPER.readTree(Files.readString(FILE));
  }

  /// Every schema of an object, at any depth.
  private static Stream<ObjectNode> objects(JsonNode node) {
    Stream<ObjectNode> own =
        node instanceof ObjectNode object && object.get("properties") instanceof ObjectNode
            ? Stream.of(object)
            : Stream.empty();
    return Stream.concat(own, node.values().stream().flatMap(DigestSchemaTest::objects));
  }

  private static void fields(JsonNode node, Set<String> seen) {
    if (node.isObject()) {
      seen.addAll(node.propertyNames());
    }
    node.values().forEach(value -> fields(value, seen));
  }
}
