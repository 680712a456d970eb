package io.gistmill.digest.desk.brief;

import io.gistmill.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Posts of our own in which an editor marked what a digest should say: the marks lie in
/// `training/briefs.jsonl`, the posts with their topics among those from which classifiers learn
/// and by which they are judged.
final class MarkedPosts {

  private static final Path ROOT = Path.of(System.getProperty("gistmill.root", "../.."));
  private static final Path MARKS = ROOT.resolve("modules/digest/training/briefs.jsonl");
  private static final Path POSTS = ROOT.resolve("modules/classifiers/trained");

  /// @param importance 1 to 5
  /// @param title how the editor would head it; empty where he was not asked
  /// @param key sentences that the editor would quote
  record Marked(
      String id,
      String text,
      List<String> quoted,
      List<String> topics,
      int importance,
      String title,
      List<String> key) {}

  private record Mark(String id, int importance, @Nullable String title, List<String> key) {}

  private record Text(String id, String text, @Nullable List<String> quoted, List<String> topics) {}

  private MarkedPosts() {}

  static List<Marked> all() {
    Map<String, Text> texts = new TreeMap<>();
    for (Path file : files()) {
      lines(file, Text.class).forEach(text -> texts.put(text.id(), text));
    }
    return lines(MARKS, Mark.class).stream().map(mark -> marked(mark, texts)).toList();
  }

  private static Marked marked(Mark mark, Map<String, Text> texts) {
    Text text = texts.get(mark.id());
    if (text == null) {
      throw new IllegalStateException(MARKS + " marks " + mark.id() + ", which is no post");
    }
    if (mark.key().stream().anyMatch(key -> key.isBlank() || !text.text().contains(key))) {
      throw new IllegalStateException(MARKS + " quotes what " + mark.id() + " does not say");
    }
    return new Marked(
        mark.id(),
        text.text(),
        text.quoted() == null ? List.of() : text.quoted(),
        text.topics(),
        mark.importance(),
        mark.title() == null ? "" : mark.title(),
        mark.key());
  }

  private static List<Path> files() {
    return Stream.of("training", "held-out")
        .map(POSTS::resolve)
        .flatMap(folder -> files(folder).stream())
        .toList();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> List<T> lines(Path file, Class<T> type) {
    try {
      var values = new ArrayList<T>();
      for (String line : Files.readAllLines(file)) {
        values.add(Json.MAPPER.readValue(line, type));
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
