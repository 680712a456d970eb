package io.gistmill.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PrometheusTest {

  private static final JsonNode CONFIG =
      Yaml.read(DeployFiles.read("deploy/prometheus/prometheus.yml"));

  @Test
  void everyServiceIsScrapedUnderItsName() {
    Stream<String> ours = Compose.read(Map.of()).ours().map(Compose.Service::name);

    assertThat(jobs().map(job -> job.path("job_name").asString()))
        .containsExactlyInAnyOrderElementsOf(ours.toList());
    assertThat(jobs())
        .allSatisfy(
            job -> assertThat(job.at("/dns_sd_configs/0/names/0")).isEqualTo(job.path("job_name")));
  }

  @Test
  void everyServiceIsScrapedOnItsPort() {
    int port = Settings.read(Dockerfile.read().environment()).http().port();

    assertThat(jobs()).allMatch(job -> job.at("/dns_sd_configs/0/port").asInt() == port);
    // The path is left at the usual one, where Gistmill answers.
    assertThat(jobs()).noneMatch(job -> job.has("metrics_path"));
  }

  private static Stream<JsonNode> jobs() {
    return CONFIG.path("scrape_configs").valueStream();
  }
}
