package io.gistmill.deploy;

import io.gistmill.contracts.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

/// YAML as trees, with anchors and merge keys (`<<`) put in place.
final class Yaml {

  private static final String MERGE = "<<";

  private Yaml() {}

  static JsonNode read(String text) {
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(text);
    return Json.MAPPER.valueToTree(merged(loaded));
  }

  private static @Nullable Object merged(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> merged(map);
      case List<?> list -> list.stream().map(Yaml::merged).toList();
      case null, default -> value;
    };
  }

  /// What is written beside a merge key wins over what is merged.
  private static Map<String, @Nullable Object> merged(Map<?, ?> map) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    if (map.get(MERGE) instanceof Map<?, ?> base) {
      all.putAll(merged(base));
    }
    map.forEach(
        (key, value) -> {
          if (!key.equals(MERGE)) {
            all.put(String.valueOf(key), merged(value));
          }
        });
    return all;
  }
}
