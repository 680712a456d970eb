package io.gistmill.classifier.onnx;

import io.gistmill.classifier.engine.CommonSettings;
import io.gistmill.classifier.engine.EngineSettings;
import io.gistmill.classifier.engine.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/// What `classifier.yml` says of a model.
///
/// @param tokenizer `tokenizer.json`, or a list with a token a line
/// @param labels what the model's numbers stand for, in their order: a slug of `topics`, or [#NONE]
/// @param threshold the least probability of a topic that is given
/// @param lowerCase whether the tokenizer knows lower case alone; empty for what its file says
record OnnxSettings(
    Path model,
    Path tokenizer,
    List<String> labels,
    SortedMap<String, String> topics,
    Activation activation,
    double threshold,
    int maxTokens,
    Optional<Boolean> lowerCase,
    Duration timeLimit)
    implements CommonSettings {

  /// A label that is no topic.
  static final String NONE = "-";

  private static final Set<String> NAMES =
      Set.of("model", "tokenizer", "labels", "activation", "threshold", "max-tokens", "lower-case");

  OnnxSettings {
    labels = List.copyOf(labels);
  }

  /// @throws IllegalArgumentException naming every mistake, missing files among them
  static OnnxSettings read(String text, Path folder) {
    var settings = new EngineSettings(text);
    Section root = settings.root();
    settings.allowOnly(NAMES);
    SortedMap<String, String> topics = settings.topics();
    var read =
        new OnnxSettings(
            file(root, "model", Stream.of("model.onnx"), folder),
            file(root, "tokenizer", Stream.of("tokenizer.json", "vocab.txt"), folder),
            labels(root, topics),
            topics,
            activation(root),
            root.number("threshold", 0, 1, 0.5),
            root.whole("max-tokens", 3, 8192, 256),
            root.has("lower-case") ? Optional.of(root.flag("lower-case", true)) : Optional.empty(),
            settings.timeLimit(10));
    settings.refuseIfWrong();
    return read;
  }

  /// @param usual names that are tried where the setting is missing
  private static Path file(Section root, String setting, Stream<String> usual, Path folder) {
    List<Path> tried =
        root.optionalText(setting).map(Stream::of).orElse(usual).map(folder::resolve).toList();
    Optional<Path> file = tried.stream().filter(Files::isRegularFile).findFirst();
    if (file.isEmpty()) {
      root.mistake(
          setting,
          "there is no file "
              + String.join(" or ", tried.stream().map(Path::toString).toList())
              + "; put it there, or name another");
    }
    return file.orElse(folder);
  }

  private static List<String> labels(Section root, SortedMap<String, String> topics) {
    List<String> labels = root.strings("labels");
    var seen = new HashSet<String>();
    for (String label : labels) {
      if (!label.equals(NONE) && !topics.containsKey(label)) {
        root.mistake("labels", "'" + label + "' does not stand under topics; write \"-\" for none");
      } else if (!label.equals(NONE) && !seen.add(label)) {
        root.mistake("labels", "'" + label + "' stands twice");
      }
    }
    if (labels.isEmpty()) {
      root.mistake("labels", "should list what the model's outputs stand for, in their order");
    }
    return labels;
  }

  private static Activation activation(Section root) {
    String name = root.optionalText("activation").orElse(Activation.SIGMOID.setting());
    return Stream.of(Activation.values())
        .filter(activation -> activation.setting().equals(name))
        .findFirst()
        .orElseGet(
            () -> {
              root.mistake("activation", "should be sigmoid or softmax");
              return Activation.SIGMOID;
            });
  }

  /// What an outcome depends on besides the files.
  List<String> meaning() {
    return List.of(
        String.join(",", labels),
        activation.setting(),
        Double.toString(threshold),
        Integer.toString(maxTokens),
        lowerCase.toString());
  }
}
