package io.gistmill.deploy;

import io.gistmill.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The board of Grafana that comes with Gistmill.
///
/// Whoever has a running Gistmill asks [#missingIn] with the text of its `/metrics`. A process that
/// runs one service has only a part of the measures: hand in the texts of all of them, one after
/// the other. Some measures are there only once something has happened; see [#AFTER_AN_EVENT].
public record Dashboard(JsonNode tree) {

  public static final String FILE = "deploy/grafana/dashboards/gistmill.json";

  /// There once: a classifier with a budget was asked, a post was sent to the API, a feed was
  /// polled, the collector of garbage ran.
  public static final Set<String> AFTER_AN_EVENT =
      Set.of(
          "gistmill_classifier_used_share",
          "gistmill_ingest_posts_total",
          "gistmill_source_polls_total",
          "gistmill_source_posts_total",
          "jvm_gc_pause_seconds_sum");

  /// Made by Prometheus itself.
  private static final Set<String> MADE_BY_PROMETHEUS = Set.of("up");

  private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("job", "instance");

  /// @param title of its panel
  /// @param legend a template with names of labels in double braces
  record Target(String title, String query, String legend) {}

  public static Dashboard read() {
    return new Dashboard(Json.MAPPER.readTree(DeployFiles.read(FILE)));
  }

  Stream<JsonNode> panels() {
    return tree.path("panels").valueStream();
  }

  List<Target> targets() {
    List<Target> all = new ArrayList<>();
    for (JsonNode panel : panels().toList()) {
      for (JsonNode target : panel.path("targets")) {
        all.add(
            new Target(
                panel.path("title").asString(),
                target.path("expr").asString(),
                target.path("legendFormat").asString()));
      }
    }
    return all;
  }

  /// Time series that the board asks for.
  public Set<String> metrics() {
    Set<String> all = new TreeSet<>();
    targets().forEach(target -> all.addAll(Query.parse(target.query()).metrics()));
    all.removeAll(MADE_BY_PROMETHEUS);
    return all;
  }

  /// What the board asks for and a scrape does not have, each with its panel: time series, and
  /// labels of such as are there.
  ///
  /// @param scrape texts of `/metrics`
  public List<String> missingIn(String scrape) {
    Map<String, Set<String>> known = Scrape.parse(scrape).labels();
    return targets().stream().flatMap(target -> missing(target, known)).distinct().toList();
  }

  private static Stream<String> missing(Target target, Map<String, Set<String>> known) {
    Query query = Query.parse(target.query());
    Set<String> metrics = new TreeSet<>(query.metrics());
    metrics.removeAll(MADE_BY_PROMETHEUS);
    List<String> absent = metrics.stream().filter(name -> !known.containsKey(name)).toList();
    if (!absent.isEmpty() || metrics.isEmpty()) {
      return absent.stream().map(name -> name + " (" + target.title() + ")");
    }
    Set<String> labels =
        metrics.stream()
            .flatMap(name -> known.getOrDefault(name, Set.of()).stream())
            .collect(Collectors.toSet());
    return query.labels().stream()
        .filter(label -> !labels.contains(label) && !LABELS_OF_PROMETHEUS.contains(label))
        .map(label -> metrics + " without label " + label + " (" + target.title() + ")");
  }
}
