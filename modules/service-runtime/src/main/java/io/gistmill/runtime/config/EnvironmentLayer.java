package io.gistmill.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Variables: `GISTMILL_KAFKA_BOOTSTRAP` stands for `kafka.bootstrap`. An empty one counts as not
/// set, since shells and compose files cannot unset one.
final class EnvironmentLayer implements Layer {

  private static final String OURS = "GISTMILL_";

  private final SortedMap<String, String> variables = new TreeMap<>();

  EnvironmentLayer(Map<String, String> environment, Set<String> ignored) {
    environment.forEach(
        (name, text) -> {
          if (name.startsWith(OURS) && !ignored.contains(name) && !text.isBlank()) {
            variables.put(name, text);
          }
        });
  }

  static String variable(String key) {
    return OURS + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  @Override
  public @Nullable Given find(String key) {
    String name = variable(key);
    String text = variables.get(name);
    return text == null ? null : Given.text(name, text);
  }

  /// Free keys come out in lower case with dots, as Kafka's settings are written.
  @Override
  public SortedMap<String, Given> below(String prefix) {
    String start = variable(prefix) + "_";
    SortedMap<String, Given> found = new TreeMap<>();
    variables.forEach(
        (name, text) -> {
          if (name.startsWith(start)) {
            String rest = name.substring(start.length());
            found.put(rest.toLowerCase(Locale.ROOT).replace('_', '.'), Given.text(name, text));
          }
        });
    return found;
  }

  @Override
  public List<Stranger> strangers(KnownKeys known) {
    KnownKeys names = known.map(EnvironmentLayer::variable, "_");
    List<Stranger> strangers = new ArrayList<>();
    for (String name : variables.keySet()) {
      if (!names.holds(name)) {
        strangers.add(new Stranger(name, name, names.nearest(name)));
      }
    }
    return strangers;
  }
}
