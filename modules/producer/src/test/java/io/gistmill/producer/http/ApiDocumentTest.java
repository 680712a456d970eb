package io.gistmill.producer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The document of the API and the routes that are served say the same.
class ApiDocumentTest {

  private static final JsonNode DOCUMENT =
      new YAMLMapper()
          .readTree(Path.of(System.getProperty("gistmill.root", "."), "docs/reference/api.yaml"));

  @Test
  void everyRouteOfTheIntakeIsDocumentedAndEveryDocumentedOneIsServed() {
    try (Intake intake = Intake.start("localhost:1", new Topics("doc", 1, 1))) {
      List<String> served =
          intake.server().unsafe.internalRouter.allHttpHandlers().stream()
              .map(route -> route.endpoint.method.name() + " " + route.endpoint.path)
              .filter(route -> !route.startsWith("BEFORE "))
              .toList();

      assertThat(documented()).containsExactlyInAnyOrderElementsOf(served).isNotEmpty();
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> dead =
        DOCUMENT.findValuesAsString("$ref").stream()
            .filter(reference -> DOCUMENT.at(reference.substring(1)).isMissingNode())
            .toList();

    assertThat(dead).isEmpty();
  }

  @Test
  void theLimitsAreThoseOfTheCode() {
    JsonNode schemas = DOCUMENT.path("components").path("schemas");

    assertThat(schemas.path("Slug").path("maxLength").asInt()).isEqualTo(64);
    assertThat("a".repeat(64)).matches(Slugs::isSlug);
    assertThat("a".repeat(65)).matches(slug -> !Slugs.isSlug(slug));
    assertThat(schemas.path("Slug").path("not").path("enum").valueStream())
        .allMatch(taken -> !Slugs.isSlug(taken.stringValue()));
  }

  private static List<String> documented() {
    var operations = new ArrayList<String>();
    for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (operation.getValue().path("tags").toString().contains("\"intake\"")) {
          operations.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return operations;
  }
}
