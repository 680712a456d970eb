package io.gistmill.deploy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The compose file, as it comes out with certain variables set.
record Compose(JsonNode tree) {

  static final String FILE = "docker-compose.yml";

  static Compose read(Map<String, String> variables) {
    return new Compose(Yaml.read(new Interpolation(variables).apply(DeployFiles.read(FILE))));
  }

  /// @param name as others in the network call it
  record Service(String name, JsonNode tree) {

    /// Whether it runs our own program.
    boolean isGistmill() {
      return tree.has("build");
    }

    List<String> list(String key) {
      return tree.path(key).valueStream().map(JsonNode::asString).toList();
    }

    Map<String, String> environment() {
      Map<String, String> all = new TreeMap<>();
      tree.path("environment")
          .propertyStream()
          .forEach(entry -> all.put(entry.getKey(), entry.getValue().asString()));
      return all;
    }

    /// Ports inside the container that the host opens.
    List<Integer> targets() {
      return list("ports").stream()
          .map(port -> Integer.valueOf(port.substring(port.lastIndexOf(':') + 1)))
          .toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  List<Service> services() {
    return tree.path("services")
        .propertyStream()
        .map(entry -> new Service(entry.getKey(), entry.getValue()))
        .toList();
  }

  Stream<Service> ours() {
    return services().stream().filter(Service::isGistmill);
  }

  Service service(String name) {
    return new Service(name, tree.path("services").required(name));
  }

  List<String> profiles() {
    return services().stream()
        .flatMap(service -> service.list("profiles").stream())
        .distinct()
        .toList();
  }
}
