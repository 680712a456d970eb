package io.gistmill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.testsupport.kafka.TestBroker;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The answers in JSON, against their description.
class ApiTest {

  private static TestBroker broker;
  private static Rig rig;
  private static ApiDescription description;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    broker = TestBroker.start();
    rig = new Rig(broker, "api", folder);
    World.write(rig);
    rig.settle();
    description = ApiDescription.read("api-read.yaml");
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
    HttpResponse<String> answer = rig.get(address);

    assertThat(answer.statusCode()).isEqualTo(200);
    description.check("get", path, answer.statusCode(), answer.body());
  }

  @Test
  void everyPathOfTheDescriptionIsThere() throws Exception {
    for (String path : description.paths()) {
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
}
