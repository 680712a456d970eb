package io.gistmill.launcher.remote;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.ClassifierSet;
import io.gistmill.classifier.Thresholds;
import io.gistmill.contracts.Json;
import io.gistmill.domain.ClassifierSwitch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The classifiers of a running Gistmill, with the switches that it knows of. Parts that nobody has
/// switched are taken to be as they are installed here.
///
/// @param since when each part that was switched began to hold, by its name
record ActiveSet(
    ClassifierSet set, List<ClassifierSwitch> switches, SortedMap<String, String> since) {

  static ActiveSet of(Remote reader, ClassifierRegistry registry)
      throws IOException, InterruptedException {
    var switches = new ArrayList<ClassifierSwitch>();
    var since = new TreeMap<String, String>();
    for (JsonNode node : reader.get("/api/switches").path("switches")) {
      var to = Json.MAPPER.treeToValue(node, ClassifierSwitch.class);
      switches.add(to);
      since.put(to.classifier(), node.path("since").asString("some time"));
    }
    return new ActiveSet(ClassifierSet.of(registry, switches), switches, since);
  }

  /// What has to be switched to make a candidate active, sorted by name.
  List<ClassifierSwitch> to(ClassifierSet candidate) {
    return parts(candidate).filter(to -> !parts(set).toList().contains(to)).toList();
  }

  private static Stream<ClassifierSwitch> parts(ClassifierSet set) {
    return Stream.concat(set.classifiers().stream(), Stream.of(set.thresholds().asSwitch()));
  }

  /// Classifiers that are on and that a candidate does not have.
  List<String> leftOutBy(ClassifierSet candidate) {
    return set.classifiers().stream()
        .map(ClassifierSwitch::classifier)
        .filter(
            name ->
                candidate.classifiers().stream().noneMatch(to -> to.classifier().equals(name)))
        .toList();
  }

  /// One line for each part.
  List<String> lines() {
    return parts(set)
        .map(
            to ->
                to.id()
                    + "  "
                    + (since.containsKey(to.classifier())
                        ? "since " + since.get(to.classifier())
                        : "as installed")
                    + "  "
                    + says(to))
        .toList();
  }

  private String says(ClassifierSwitch to) {
    if (!to.classifier().equals(Thresholds.NAME)) {
      return to.topics().size() + " topics";
    }
    return set.thresholds().general()
        + set.thresholds().topics().entrySet().stream()
            .map(own -> ", " + own.getKey() + " " + own.getValue())
            .collect(Collectors.joining());
  }
}
