package io.gistmill.classifier.taxonomy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Adds topics to a taxonomy.
final class TaxonomyMerge {

  /// The same tree always gives the same text.
  private static final YAMLMapper WRITER =
      YAMLMapper.builder()
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .build();

  private final Taxonomy taxonomy;

  TaxonomyMerge(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /// A topic takes the place of the one with its slug, others stand at the end. The version comes
  /// from the content, so that the same additions give the same version everywhere.
  ///
  /// @param addition a YAML file with `topics`
  /// @return a whole taxonomy as YAML, without comments
  /// @throws InvalidTaxonomyException naming every mistake by its place in the addition
  String with(String addition) {
    Set<String> known = new TreeSet<>();
    taxonomy.topics().forEach(topic -> known.add(topic.slug()));
    var topics = new LinkedHashMap<String, JsonNode>();
    ObjectNode root = (ObjectNode) WRITER.readTree(taxonomy.text());
    root.path("topics").forEach(topic -> put(topics, topic));
    new TaxonomyReader("the file")
        .readAddition(addition.getBytes(StandardCharsets.UTF_8), known)
        .forEach(topic -> put(topics, topic));
    root.set("topics", JsonNodeFactory.instance.arrayNode().addAll(topics.values()));
    root.remove("version");
    root.put("version", Versions.of(WRITER.writeValueAsString(root)));
    return WRITER.writeValueAsString(root);
  }

  private static void put(Map<String, JsonNode> topics, JsonNode topic) {
    topics.put(topic.path("slug").stringValue().strip(), topic);
  }
}
