package io.gistmill.launcher.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Small files to learn from, on three topics that share no word.
public final class Lessons {

  private static final Map<String, List<String>> WORDS =
      new TreeMap<>(
          Map.of(
              "baking",
              List.of("dough", "oven", "crust", "flour", "yeast", "loaf", "knead", "rye"),
              "cycling",
              List.of("pedal", "saddle", "chain", "gravel", "wheel", "brake", "helmet", "climb"),
              "stars",
              List.of(
                  "comet", "nebula", "orbit", "telescope", "eclipse", "moon", "dwarf", "dust")));

  private Lessons() {}

  /// A text with two words of a topic for each pair of them.
  static List<String> texts(String topic) {
    return texts(WORDS.getOrDefault(topic, List.of()));
  }

  private static List<String> texts(List<String> words) {
    var texts = new ArrayList<String>();
    for (String one : words) {
      for (String other : words) {
        if (!one.equals(other)) {
          texts.add(one + " and " + other);
        }
      }
    }
    return texts;
  }

  /// Every third post has a second topic.
  public static Path posts(Path folder) throws IOException {
    var lines = new ArrayList<String>();
    for (String topic : WORDS.keySet()) {
      for (String text : texts(topic)) {
        lines.add(
            lines.size() % 3 == 0 && !topic.equals("stars")
                ? line(text + ", " + texts("stars").get(lines.size() % 50), topic, "stars")
                : line(text, topic));
      }
    }
    return Files.write(folder.resolve("posts.jsonl"), lines);
  }

  /// Text, tab, class.
  public static Path classes(Path folder) throws IOException {
    var lines = new ArrayList<String>();
    for (String topic : WORDS.keySet()) {
      texts(topic).forEach(text -> lines.add(text + "\t" + topic));
    }
    return Files.write(folder.resolve("classes.tsv"), lines);
  }

  /// Text, tab, class, of five classes in turn.
  public static Path roundRobin(Path folder) throws IOException {
    var words = new TreeMap<>(WORDS);
    words.put(
        "chess", List.of("rook", "pawn", "bishop", "gambit", "castle", "queen", "mate", "tempo"));
    words.put(
        "rivers", List.of("delta", "ferry", "eddy", "bank", "flood", "weir", "otter", "reed"));
    var lines = new ArrayList<String>();
    for (int i = 0; i < 56; i++) {
      for (var topic : words.entrySet()) {
        lines.add(texts(topic.getValue()).get(i) + "\t" + topic.getKey());
      }
    }
    return Files.write(folder.resolve("round.tsv"), lines);
  }

  private static String line(String text, String... topics) {
    return "{\"text\": \"%s\", \"topics\": [\"%s\"]}"
        .formatted(text, String.join("\", \"", topics));
  }
}
