package io.gistmill.classifier.trained.learn;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the labelled posts from which the shipped model is learnt: one JSON object a line, with
/// `text`, `topics` and perhaps `quoted`.
public final class TrainingFile {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern ADDRESS = Pattern.compile("https?://[\\x21-\\x7E]+");
  private static final Pattern TRAILING = Pattern.compile("[)\\].,;:!?'\">*]++$");

  private TrainingFile() {}

  /// All `*.jsonl` of a folder, in the order of their names.
  ///
  /// @throws IllegalArgumentException naming file and line of what cannot be read
  public static List<Example> readAll(Path folder) throws IOException {
    var examples = new ArrayList<Example>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        examples.addAll(read(file));
      }
    }
    return examples;
  }

  /// @throws IllegalArgumentException naming file and line of what cannot be read
  public static List<Example> read(Path file) throws IOException {
    var examples = new ArrayList<Example>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        examples.add(example(lines.get(i), file + ", line " + (i + 1)));
      }
    }
    return examples;
  }

  private static Example example(String line, String place) {
    try {
      JsonNode node = JSON.readTree(line);
      var topics = new TreeSet<String>();
      node.required("topics").forEach(topic -> topics.add(topic.asString()));
      var quoted = new ArrayList<String>();
      node.path("quoted").forEach(text -> quoted.add(text.asString()));
      return new Example(post(null, node.required("text").asString(), quoted), topics);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          place + ": should be a JSON object with text and topics: " + e.getOriginalMessage(), e);
    }
  }

  /// Without the brackets and signs that end a sentence rather than an address.
  private static void addLinks(String text, Set<String> links) {
    ADDRESS
        .matcher(text)
        .results()
        .forEach(match -> links.add(TRAILING.matcher(match.group()).replaceFirst("")));
  }

  /// A post that holds nothing but words and the addresses in them.
  public static Post post(@Nullable String title, String text, List<String> quoted) {
    Set<String> links = new LinkedHashSet<>();
    addLinks(text, links);
    quoted.forEach(quote -> addLinks(quote, links));
    return new Post(
        PostIds.hash(List.of("example", text)),
        new Origin("training", 0L),
        "",
        null,
        Instant.EPOCH,
        false,
        null,
        title,
        text,
        quoted.stream().map(quote -> new Quote(null, null, null, quote)).toList(),
        List.of(),
        List.copyOf(links));
  }
}
