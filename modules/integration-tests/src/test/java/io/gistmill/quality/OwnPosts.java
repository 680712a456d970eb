package io.gistmill.quality;

import io.gistmill.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The texts of the posts from which the shipped classifier was learnt.
final class OwnPosts {

  private OwnPosts() {}

  /// Those of so many characters and more, in the order of files and lines.
  static List<String> ofAtLeast(int characters) throws IOException {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("gistmill.root")));
    var texts = new ArrayList<String>();
    try (Stream<Path> files = Files.list(root.resolve("modules/classifiers/trained/training"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode post = Json.MAPPER.readTree(line);
          texts.add(post.path("text").asString(""));
        }
      }
    }
    return texts.stream().filter(text -> text.length() >= characters).toList();
  }
}
