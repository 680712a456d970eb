package io.gistmill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A description in OpenAPI, against which answers are checked.
record ApiDescription(JsonNode document) {

  /// @param name of the file in the reference
  static ApiDescription read(String name) throws IOException {
    Path root = Path.of(System.getProperty("gistmill.root"));
    String text =
        Files.readString(root.resolve("docs/reference").resolve(name), StandardCharsets.UTF_8);
    return new ApiDescription(new YAMLMapper().readTree(text));
  }

  SortedSet<String> paths() {
    return new TreeSet<>(document.get("paths").propertyNames());
  }

  /// The methods of a path, in lower case.
  SortedSet<String> methods(String path) {
    var methods = new TreeSet<String>(document.get("paths").get(path).propertyNames());
    methods.remove("parameters");
    return methods;
  }

  /// An answer has the status and the fields that are described.
  ///
  /// @param method in lower case
  void check(String method, String path, int status, String body) {
    JsonNode responses = document.get("paths").get(path).get(method).get("responses");
    String where = method + " " + path + " " + status;
    assertThat(responses.has(Integer.toString(status))).as(where).isTrue();
    JsonNode response = response(responses.get(Integer.toString(status)));
    if (response.has("content")) {
      JsonNode schema = response.get("content").get("application/json").get("schema");
      check(where, schema, Json.MAPPER.readTree(body));
    } else {
      assertThat(body).as(where).isEmpty();
    }
  }

  private JsonNode response(JsonNode given) {
    if (!given.has("$ref")) {
      return given;
    }
    String name = given.get("$ref").asString().replace("#/components/responses/", "");
    return document.get("components").get("responses").get(name);
  }

  /// Every field is described, and every required one is there.
  private void check(String where, JsonNode given, JsonNode value) {
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

  private JsonNode resolved(JsonNode schema) {
    if (!schema.has("$ref")) {
      return schema;
    }
    String name = schema.get("$ref").asString().replace("#/components/schemas/", "");
    return document.get("components").get("schemas").get(name);
  }
}
