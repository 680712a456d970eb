package io.gistmill.launcher.candidate;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.ClassifierSet;
import io.gistmill.classifier.Thresholds;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Fixed;
import io.gistmill.launcher.config.PluginOptions;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads a file that describes a whole set of classifiers.
///
/// ```yaml
/// classifiers:          # those that are on; without this key, all that are installed
///   taxonomy:
///     file: topics.yaml # its whole configuration, or
///     add: own.yaml     # what is added to that which comes with Gistmill
///   trained:
///     configuration: sentences # its whole configuration, written here
///   gardening:          # as it comes
/// threshold: 0.5        # how sure classifiers must be of a topic
/// thresholds:           # and of single ones
///   rag: 0.8
/// plugins: plugins      # folder of plug-ins, instead of the usual one
/// ```
///
/// Paths are those beside the file. The same file with the same files beside it gives the same
/// versions everywhere.
public final class CandidateFile {

  private static final Set<String> KEYS =
      Set.of("classifiers", "threshold", "thresholds", "plugins");
  private static final Set<String> PARTS = Set.of("file", "add", "configuration");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final ClassifierRegistry registry;
  private final Path file;
  private final List<String> mistakes = new ArrayList<>();

  private CandidateFile(ClassifierRegistry registry, Path file) {
    this.registry = registry;
    this.file = file;
  }

  /// @param plugins the folder of plug-ins, where the file names none
  /// @throws UsageException naming every mistake by its place
  public static Candidate read(Path plugins, Path file) throws IOException {
    JsonNode root = tree(file);
    JsonNode own = root.path("plugins");
    Path folder =
        own.isString()
            ? PluginOptions.existing(
                file + ": plugins", file.toAbsolutePath().resolveSibling(own.stringValue()))
            : plugins;
    InstalledClassifiers installed = InstalledClassifiers.with(folder);
    ClassifierSet set = new CandidateFile(installed.registry(), file).read(root);
    return new Candidate(installed.as(set), set);
  }

  private ClassifierSet read(JsonNode root) throws IOException {
    unknown("", root, KEYS);
    if (root.has("plugins") && !root.path("plugins").isString()) {
      mistakes.add("plugins: names a folder");
    }
    List<ClassifierSwitch> classifiers = classifiers(root.path("classifiers"));
    Optional<Thresholds> thresholds = thresholds(root, classifiers);
    if (mistakes.isEmpty() && thresholds.isPresent()) {
      return new ClassifierSet(classifiers, thresholds.get());
    }
    throw new UsageException(
        file + " describes no set of classifiers:\n  " + String.join("\n  ", mistakes));
  }

  private static JsonNode tree(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(file + ": there is no such file");
    }
    try {
      JsonNode root = YAML.readTree(Files.readString(file, StandardCharsets.UTF_8));
      if (root.isObject()) {
        return root;
      }
      throw new UsageException(file + " holds no keys; write classifiers, threshold or thresholds");
    } catch (JacksonException e) {
      throw new UsageException(file + " is no YAML: " + e.getOriginalMessage());
    }
  }

  private void unknown(String place, JsonNode node, Set<String> known) {
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        mistakes.add(place + key + ": unknown; known are " + String.join(", ", sorted(known)));
      }
    }
  }

  private static Set<String> sorted(Set<String> names) {
    return new TreeSet<>(names);
  }

  private List<ClassifierSwitch> classifiers(JsonNode node) throws IOException {
    if (node.isMissingNode() && !registry.names().isEmpty()) {
      return registry.names().stream().map(registry::standard).toList();
    }
    if (!node.isObject() || node.isEmpty()) {
      mistakes.add("classifiers: names those that are on, each as a key");
      return List.of();
    }
    var found = new ArrayList<ClassifierSwitch>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      classifier(entry.getKey(), entry.getValue()).ifPresent(found::add);
    }
    return found;
  }

  private Optional<ClassifierSwitch> classifier(String name, JsonNode node) throws IOException {
    String place = "classifiers." + name;
    if (!node.isNull() && !node.isObject()) {
      mistakes.add(place + ": holds file, add or configuration, or nothing");
      return Optional.empty();
    }
    unknown(place + ".", node, PARTS);
    List<String> given = PARTS.stream().filter(node::has).sorted().toList();
    if (given.size() > 1) {
      mistakes.add(place + ": has " + String.join(" and ", given) + "; keep one of them");
      return Optional.empty();
    }
    try {
      return Optional.of(configured(name, node));
    } catch (IllegalArgumentException e) {
      mistakes.add(place + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private ClassifierSwitch configured(String name, JsonNode node) throws IOException {
    if (node.has("file")) {
      return registry.switchTo(name, beside(node.path("file")));
    }
    if (node.has("configuration")) {
      return registry.switchTo(name, text(node.path("configuration")));
    }
    ClassifierSwitch standard = registry.standard(name);
    return node.has("add") ? registry.add(standard, beside(node.path("add"))) : standard;
  }

  private static String text(JsonNode node) {
    if (node.isString()) {
      return node.stringValue();
    }
    throw new IllegalArgumentException("its configuration should be a text");
  }

  private String beside(JsonNode name) throws IOException {
    Path path = file.toAbsolutePath().resolveSibling(name.asString(""));
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException("there is no file " + path);
    }
    return Files.readString(path, StandardCharsets.UTF_8);
  }

  private Optional<Thresholds> thresholds(JsonNode root, List<ClassifierSwitch> classifiers) {
    Fixed general =
        root.has("threshold")
            ? confidence("threshold", root.path("threshold"))
            : Thresholds.STANDARD.general();
    var own = new TreeMap<String, Fixed>();
    for (Map.Entry<String, JsonNode> entry : root.path("thresholds").properties()) {
      String place = "thresholds." + entry.getKey();
      if (classifiers.stream().noneMatch(to -> to.topics().containsKey(entry.getKey()))) {
        mistakes.add(place + ": no classifier that is on gives this topic");
      }
      own.put(entry.getKey(), confidence(place, entry.getValue()));
    }
    return mistakes.isEmpty() ? Optional.of(new Thresholds(general, own)) : Optional.empty();
  }

  private Fixed confidence(String place, JsonNode node) {
    double number = node.isNumber() ? node.asDouble() : Double.NaN;
    if (number >= 0 && number <= 1) {
      return Fixed.of(Objects.requireNonNull(node.asDecimal()));
    }
    mistakes.add(place + ": '" + node.asString("") + "' should be a number between 0 and 1");
    return Fixed.ZERO;
  }
}
