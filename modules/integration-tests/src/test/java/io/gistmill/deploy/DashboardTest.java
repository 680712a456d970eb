package io.gistmill.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DashboardTest {

  private static final Dashboard BOARD = Dashboard.read();
  private static final Pattern IN_LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

  static List<Dashboard.Target> targets() {
    return BOARD.targets();
  }

  @Test
  void panelsAreNumberedOnceAndDoNotOverlap() {
    List<JsonNode> panels = BOARD.panels().toList();

    assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
    for (JsonNode one : panels) {
      assertThat(panels).filteredOn(other -> other != one && overlap(one, other)).isEmpty();
    }
  }

  @Test
  void everyPanelAsksTheSourceThatIsProvisioned() {
    JsonNode source =
        Yaml.read(DeployFiles.read("deploy/grafana/provisioning/datasources/prometheus.yml"))
            .at("/datasources/0");

    assertThat(BOARD.tree().findValues("datasource"))
        .isNotEmpty()
        .allMatch(used -> used.path("uid").equals(source.path("uid")));
    assertThat(source.path("url").asString()).isEqualTo("http://prometheus:9090");
  }

  @Test
  void boardIsFoundWhereTheComposeFilePutsIt() {
    String folder =
        Yaml.read(DeployFiles.read("deploy/grafana/provisioning/dashboards/gistmill.yml"))
            .at("/providers/0/options/path")
            .asString();
    Compose.Service grafana = Compose.read(Map.of()).service("grafana");

    assertThat(grafana.list("volumes"))
        .contains("./" + Path.of(Dashboard.FILE).getParent() + ":" + folder + ":ro");
    assertThat(grafana.environment())
        .containsEntry("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH", folder + "/gistmill.json");
  }

  @ParameterizedTest
  @MethodSource("targets")
  void legendNamesLabelsThatTheQueryKeeps(Dashboard.Target target) {
    Set<String> labels = Query.parse(target.query()).labels();

    assertThat(IN_LEGEND.matcher(target.legend()).results().map(label -> label.group(1)))
        .isSubsetOf(labels);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up | up | ''",
        "sum by (job) (rate(a_total{x=\"b_total\",y!~\"c.*\"}[5m])) | a_total | job x y",
        "histogram_quantile(0.99, sum by (le, service) (rate(a_bucket[1m]))) | a_bucket | le"
            + " service",
        "a / ignoring (o) group_left () sum(b) | a b | o",
        "max(a:b) unless on (i) c offset 5m | 5m a:b c | i"
      })
  void queriesAreTakenApart(String text, String metrics, String labels) {
    Query query = Query.parse(text);

    // A length of time begins with a digit and is no name.
    assertThat(query.metrics()).containsExactlyInAnyOrder(metrics.replace("5m ", "").split(" "));
    assertThat(String.join(" ", query.labels())).isEqualTo(labels);
  }

  @Test
  void whatIsMissingInAScrapeIsNamed() {
    var all = new StringBuilder("# HELP x y\n");
    BOARD.metrics().forEach(name -> all.append(name).append("{le=\"1\"} 1.0\n"));
    String one = "gistmill_outcomes_total";

    List<String> withoutOne = BOARD.missingIn(all.toString().replaceAll(one + "\\{.*\n", ""));

    assertThat(withoutOne).anyMatch(missing -> missing.startsWith(one + " ("));
    assertThat(withoutOne)
        .contains("[gistmill_latency_seconds_count] without label service (Records per stage)");
    assertThat(withoutOne).noneMatch(missing -> missing.contains("without label le"));
  }

  @Test
  void measuresThatComeLaterAreAskedFor() {
    assertThat(BOARD.metrics()).containsAll(Dashboard.AFTER_AN_EVENT);
  }

  private static boolean overlap(JsonNode one, JsonNode other) {
    return begins(one, "x") < ends(other, "x", "w")
        && begins(other, "x") < ends(one, "x", "w")
        && begins(one, "y") < ends(other, "y", "h")
        && begins(other, "y") < ends(one, "y", "h");
  }

  private static int begins(JsonNode panel, String axis) {
    return panel.path("gridPos").path(axis).asInt();
  }

  private static int ends(JsonNode panel, String axis, String length) {
    return begins(panel, axis) + panel.path("gridPos").path(length).asInt();
  }
}
