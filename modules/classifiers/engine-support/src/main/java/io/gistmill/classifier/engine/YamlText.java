package io.gistmill.classifier.engine;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads YAML in which a name stands once.
public final class YamlText {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private YamlText() {}

  /// @param mistakes gets the line and the cause when the text is no YAML
  /// @return missing when the text is no YAML
  public static JsonNode tree(String yaml, List<String> mistakes) {
    try {
      return YAML.readTree(yaml);
    } catch (JacksonException e) {
      String cause = e.getOriginalMessage().strip().replaceAll("\\s+", " ");
      mistakes.add("line " + e.getLocation().getLineNr() + ": cannot be read: " + cause);
      return MissingNode.getInstance();
    }
  }
}
