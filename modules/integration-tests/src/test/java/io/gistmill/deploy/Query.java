package io.gistmill.deploy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a query of Prometheus asks for.
///
/// @param metrics names of time series
/// @param labels by which it selects and groups
record Query(Set<String> metrics, Set<String> labels) {

  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
  private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)}");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
  private static final Pattern METRIC =
      Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*\\b(?!\\s*\\()");
  private static final Set<String> OPERATORS =
      Set.of("and", "or", "unless", "bool", "offset", "by", "without");

  static Query parse(String text) {
    String plain = RANGE.matcher(TEXT.matcher(text).replaceAll("")).replaceAll("");
    Set<String> labels = new TreeSet<>();
    plain = taken(SELECTOR, plain, labels);
    plain = taken(GROUPING, plain, labels);
    Set<String> metrics = new TreeSet<>();
    Matcher names = METRIC.matcher(plain);
    while (names.find()) {
      metrics.add(names.group());
    }
    metrics.removeAll(OPERATORS);
    return new Query(metrics, labels);
  }

  /// Takes out what a pattern finds and notes the names in it.
  private static String taken(Pattern pattern, String text, Set<String> names) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      NAME.matcher(found.group(1)).results().forEach(name -> names.add(name.group()));
    }
    return pattern.matcher(text).replaceAll(" ");
  }
}
