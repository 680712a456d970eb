package io.gistmill.classifier.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Evidence.Part;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import io.gistmill.testsupport.process.PythonClassifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The example in Python keeps to the documented form, and is understood.
@Timeout(60)
class PythonClassifierTest {

  private static final Path ROOT = Path.of(System.getProperty("gistmill.root", "../../.."));
  private static final Path FORM = ROOT.resolve("docs/reference/classifier-http.yaml");

  private static @Nullable PythonClassifier running;

  @BeforeAll
  static void start() throws IOException {
    Optional<PythonClassifier> started = PythonClassifier.start(ROOT);
    assumeThat(started).as("python3 is on this machine").isPresent();
    running = started.get();
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  private static PythonClassifier python() {
    return Objects.requireNonNull(running);
  }

  @Test
  void itTagsWithEvidence() throws IOException {
    // given
    Post post = Posts.post("🐝 手机", "🐝🐝 A phone costs less.", List.of("🍯 cheap"), List.of());
    try (Classifier classifier = classifier()) {

      // when
      Outcome outcome = classifier.classify(List.of(post)).getFirst();

      // then
      assertThat(outcome).isInstanceOf(Outcome.Tagged.class);
      List<Tag> tags = ((Outcome.Tagged) outcome).tags();
      assertThat(tags).extracting(Tag::topic).containsExactly("on-device", "costs");
      assertThat(tags.getFirst().evidence())
          .containsExactly(
              new Evidence(Part.TITLE, 0, 3, "手机"), new Evidence(Part.TEXT, 0, 7, "phone"));
      assertThat(tags.getLast().evidence())
          .containsExactly(
              new Evidence(Part.TEXT, 0, 13, "costs"), new Evidence(Part.QUOTED, 0, 3, "cheap"));
    }
  }

  @Test
  void emptyHugeAndOddTextsGetOutcomes() throws IOException {
    // given
    List<Post> posts =
        Posts.texts("", "\u0000\uD83D\uDE00\uD83D", "phone ".repeat(300_000), "\u202E\"}]\\");
    try (Classifier classifier = classifier()) {

      // when
      List<Outcome> outcomes = classifier.classify(posts);

      // then
      assertThat(outcomes).hasSize(4).allMatch(Outcome.Tagged.class::isInstance);
      assertThat(classifier.classify(posts.reversed())).isEqualTo(outcomes.reversed());
    }
  }

  @Test
  void requestAndAnswerHaveTheDocumentedForm() throws IOException, InterruptedException {
    // given
    Post post = Posts.post(null, "A phone", List.of("a price"), List.of("https://a.example"));
    String request = new String(RequestWriter.json(List.of(post, Posts.text(""))), UTF_8);

    // when
    HttpResponse<String> answer = post(request);

    // then
    assertThat(violations("Request", request)).isEmpty();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(violations("Answer", answer.body())).isEmpty();
    assertThat(violations("Answer", answer.body().replace("\"version\": 1", "\"version\": 2")))
        .isNotEmpty();
  }

  @Test
  void whatItDoesNotUnderstandItRefuses() throws IOException, InterruptedException {
    assertThat(post("{\"version\":2,\"posts\":[]}").statusCode()).isEqualTo(400);
    assertThat(post("nonsense").statusCode()).isEqualTo(400);
  }

  private static Classifier classifier() throws IOException {
    return new HttpEngine().factory("words", python().settings(), Path.of("")).create();
  }

  private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(python().url()))
              .POST(BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static List<?> violations(String schema, String json) throws IOException {
    JsonNode form = new YAMLMapper().readTree(Files.readString(FORM));
    var whole = JsonMapper.shared().createObjectNode();
    whole.put("$ref", "#/components/schemas/" + schema);
    whole.set("components", form.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString(), InputFormat.JSON)
        .validate(json, InputFormat.JSON);
  }
}
