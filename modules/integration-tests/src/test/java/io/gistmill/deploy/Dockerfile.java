package io.gistmill.deploy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The instructions of the image, each on one line.
record Dockerfile(List<String> instructions) {

  private static final Pattern PAIR = Pattern.compile("([A-Z_]+)=(\\S+)");

  static Dockerfile read() {
    String text =
        DeployFiles.read("deploy/Dockerfile")
            .replaceAll("(?m)^\\s*#.*\\n", "")
            .replace("\\\n", " ");
    return new Dockerfile(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
  }

  /// What stands behind an instruction, once for each.
  List<String> all(String instruction) {
    return arguments(instructions.stream(), instruction);
  }

  /// The same of the stage that becomes the image.
  List<String> last(String instruction) {
    return arguments(lastStage(), instruction);
  }

  Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>();
    last("ENV")
        .forEach(
            line ->
                PAIR.matcher(line)
                    .results()
                    .forEach(pair -> all.put(pair.group(1), pair.group(2))));
    return all;
  }

  private Stream<String> lastStage() {
    int from = instructions.lastIndexOf("FROM " + all("FROM").getLast());
    return instructions.stream().skip(from);
  }

  private static List<String> arguments(Stream<String> lines, String instruction) {
    return lines
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length() + 1).strip())
        .toList();
  }
}
