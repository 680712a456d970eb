package io.gistmill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.testsupport.kafka.TestBroker;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The answers in JSON, against their description.
class ApiTest {

  private static TestBroker broker;
  private static Rig rig;
  private static JsonNode description;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    broker = TestBroker.start();
    rig = new Rig(broker, "api", folder);
    World.write(rig);
    rig.settle();
    Path root = Path.of(System.getProperty("gistmill.root"));
    description =
        new YAMLMapper()
            .readTree(
                Files.readString(
                    root.resolve("docs/reference/api-read.yaml"), StandardCharsets.UTF_8));
  }

  @AfterAll
  static void stop() {
    rig.close();
    broker.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/topics, /api/topics",
    "/api/switches, /api/switches",
    "/api/stories, /api/stories?topic=rag&day=2025-03-10",
    "/api/stories/{id}, /api/stories/story-zh1",
    "/api/posts/{id}, /api/posts/zh1",
    "/api/posts/{id}, /api/posts/bf1",
    "/api/digests, /api/digests",
    "/api/digests/{cadence}/{label}/{route}, /api/digests/daily/2025-03-09/all",
    "/api/search, /api/search?q=retrieval"
  })
  void answersHaveTheDescribedFields(String path, String address) throws Exception {
    JsonNode operation = description.get("paths").get(path).get("get");
    JsonNode schema =
        operation.get("responses").get("200").get("content").get("application/json").get("schema");

    HttpResponse<String> answer = rig.get(address);

    assertThat(answer.statusCode()).isEqualTo(200);
    check(path, schema, Json.MAPPER.readTree(answer.body()));
  }

  @Test
  void everyPathOfTheDescriptionIsThere() throws Exception {
    var paths = new TreeSet<String>(description.get("paths").propertyNames());

    for (String path : paths) {
      String address = path.replaceAll("\\{[a-z]+}", "nope");
      int status = rig.get(address).statusCode();
      assertThat(status).as(path).isIn(200, 404);
      if (status == 404) {
        assertThat(rig.get(address).body()).as(path).contains("\"mend\"");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/posts/wd1, 410",
    "/api/posts/nope, 404",
    "/api/stories/story-en1, 301",
    "/api/stories?day=soon, 400"
  })
  void whatIsNotThereIsSaid(String address, int status) throws Exception {
    assertThat(rig.get(address).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/topics", "/api/posts/zh1"})
  void whoHasTheAnswerAlreadyIsTold(String address) throws Exception {
    String tag = rig.get(address).headers().firstValue("ETag").orElseThrow();

    assertThat(rig.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  /// Every field is described, and every required one is there.
  private static void check(String where, JsonNode given, JsonNode value) {
    JsonNode schema = resolved(given);
    String type = schema.get("type").asString();
    switch (type) {
      case "object" -> {
        assertThat(value.isObject()).as(where).isTrue();
        if (schema.has("properties")) {
          JsonNode properties = schema.get("properties");
          assertThat(properties.propertyNames()).as(where).containsAll(value.propertyNames());
          for (JsonNode required : schema.get("required")) {
            assertThat(value.has(required.asString())).as(where + " " + required).isTrue();
          }
          value
              .properties()
              .forEach(
                  it ->
                      check(where + "." + it.getKey(), properties.get(it.getKey()), it.getValue()));
        }
      }
      case "array" -> {
        assertThat(value.isArray()).as(where).isTrue();
        value.forEach(item -> check(where + "[]", schema.get("items"), item));
      }
      case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
      case "number" -> assertThat(value.isNumber()).as(where).isTrue();
      case "boolean" -> assertThat(value.isBoolean()).as(where).isTrue();
      case "string" -> assertThat(value.isString()).as(where).isTrue();
      default -> throw new AssertionError(where + ": unknown type " + type);
    }
  }

  private static JsonNode resolved(JsonNode schema) {
    if (!schema.has("$ref")) {
      return schema;
    }
    String name = schema.get("$ref").asString().replace("#/components/schemas/", "");
    return description.get("components").get("schemas").get(name);
  }
}
