package io.gistmill.launcher.remote;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.ClassifierSet;
import io.gistmill.classifier.Thresholds;
import io.gistmill.contracts.Json;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.launcher.replay.UsageException;
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

  /// What has to be switched to make a candidate active: parts that differ, and classifiers that it
  /// does not have.
  ///
  /// @param only names of the parts that are to be switched; none for all
  /// @throws UsageException when neither set has such a part
  List<ClassifierSwitch> to(ClassifierSet candidate, List<String> only) {
    requireParts(only, candidate);
    List<ClassifierSwitch> active = parts(set).toList();
    Stream<ClassifierSwitch> changed = parts(candidate).filter(to -> !active.contains(to));
    Stream<ClassifierSwitch> left =
        set.classifiers().stream()
            .filter(on -> !has(candidate, on.classifier()))
            .map(ClassifierSwitch::switchedOff);
    return Stream.concat(changed, left)
        .filter(to -> only.isEmpty() || only.contains(to.classifier()))
        .toList();
  }

  private void requireParts(List<String> names, ClassifierSet candidate) {
    List<String> known =
        Stream.concat(parts(set), parts(candidate))
            .map(ClassifierSwitch::classifier)
            .distinct()
            .sorted()
            .toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new UsageException(
            "--only: no part is called '" + name + "'; known are " + String.join(", ", known));
      }
    }
  }

  private static boolean has(ClassifierSet candidate, String name) {
    return candidate.classifiers().stream().anyMatch(to -> to.classifier().equals(name));
  }

  private static Stream<ClassifierSwitch> parts(ClassifierSet set) {
    return Stream.concat(set.classifiers().stream(), Stream.of(set.thresholds().asSwitch()));
  }

  /// One line for each part, those that were switched off last.
  List<String> lines() {
    return Stream.concat(parts(set), switches.stream().filter(ClassifierSwitch::rests))
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
    if (to.rests()) {
      return "off";
    }
    if (!to.classifier().equals(Thresholds.NAME)) {
      return to.topics().size() + " topics";
    }
    return set.thresholds().general()
        + set.thresholds().topics().entrySet().stream()
            .map(own -> ", " + own.getKey() + " " + own.getValue())
            .collect(Collectors.joining());
  }
}
