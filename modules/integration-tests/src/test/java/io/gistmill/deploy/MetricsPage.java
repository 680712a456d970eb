package io.gistmill.deploy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The reference of metrics, as far as its rows can be compared with a scrape: Gistmill's own and
/// those of Kafka's clients.
///
/// @param rows by the names of the metrics
record MetricsPage(Map<String, Row> rows) {

  private static final String FILE = "docs/reference/metrics.md";
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `((?:gistmill|kafka)_\\w+)` \\| (\\w+) \\|[^|]*\\|([^|]*)\\|");
  private static final Pattern CODE = Pattern.compile("`(\\w+)`");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^# TYPE ((?:gistmill|kafka)_\\w+) (\\w+)$");

  /// Added by the bounds of a histogram's buckets, for machines alone.
  private static final String BUCKET = "le";

  /// @param type as Prometheus calls it
  record Row(String type, Set<String> labels) {}

  static MetricsPage read() {
    Map<String, Row> rows = new TreeMap<>();
    for (MatchResult row : ROW.matcher(DeployFiles.read(FILE)).results().toList()) {
      Set<String> labels = new TreeSet<>();
      CODE.matcher(row.group(3)).results().forEach(label -> labels.add(label.group(1)));
      rows.put(row.group(1), new Row(row.group(2), labels));
    }
    return new MetricsPage(rows);
  }

  private static Map<String, Row> measured(String scrape) {
    Map<String, Set<String>> labels = Scrape.parse(scrape).labels();
    Map<String, Row> all = new TreeMap<>();
    Matcher types = TYPE.matcher(scrape);
    while (types.find()) {
      String name = types.group(1);
      Set<String> own = new TreeSet<>(labels.getOrDefault(name, Set.of()));
      own.addAll(labels.getOrDefault(name + "_bucket", Set.of()));
      own.remove(BUCKET);
      all.put(name, new Row(types.group(2), own));
    }
    return all;
  }

  /// Rows of the page that the scrape lacks or has otherwise.
  List<String> missingIn(String scrape) {
    return differences(rows, measured(scrape));
  }

  /// Metrics that the page lacks or has otherwise.
  List<String> unknownIn(String scrape) {
    return differences(measured(scrape), rows);
  }

  private static List<String> differences(Map<String, Row> one, Map<String, Row> other) {
    List<String> all = new ArrayList<>();
    one.forEach(
        (name, row) -> {
          if (!row.equals(other.get(name))) {
            all.add(
                String.join(
                    " ", Arrays.asList(name, row.toString(), "and not", "" + other.get(name))));
          }
        });
    return all;
  }
}
