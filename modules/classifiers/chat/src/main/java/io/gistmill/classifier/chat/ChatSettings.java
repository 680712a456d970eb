package io.gistmill.classifier.chat;

import io.gistmill.classifier.engine.CommonSettings;
import io.gistmill.classifier.engine.Digests;
import io.gistmill.classifier.engine.EngineSettings;
import io.gistmill.classifier.engine.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What `classifier.yml` says of a chat model.
///
/// @param topics names by slug
/// @param definitions what belongs under a topic, by slug, for the model
/// @param instructions more for the model; may be empty
record ChatSettings(
    ServiceSettings service,
    SortedMap<String, String> topics,
    SortedMap<String, String> definitions,
    String instructions)
    implements CommonSettings {

  ChatSettings {
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
    definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
  }

  /// @throws IllegalArgumentException naming every mistake
  static ChatSettings read(String text, Path folder) {
    var settings = new EngineSettings(text);
    Section root = settings.root();
    var names = new TreeSet<>(ServiceSettings.NAMES);
    names.addAll(Set.of("definitions", "instructions"));
    settings.allowOnly(names);
    SortedMap<String, String> topics = settings.topics();
    var read =
        new ChatSettings(
            ServiceSettings.read(settings, folder),
            topics,
            definitions(root, topics),
            root.optionalText("instructions").orElse(""));
    settings.refuseIfWrong();
    return read;
  }

  @Override
  public Duration timeLimit() {
    return service.timeLimit();
  }

  private static SortedMap<String, String> definitions(
      Section root, SortedMap<String, String> topics) {
    var definitions = new TreeMap<String, String>();
    if (root.has("definitions")) {
      Section section = root.section("definitions");
      section.allowOnly(topics.keySet());
      section.names().forEach(slug -> definitions.put(slug, section.text(slug)));
    }
    return definitions;
  }

  /// What an answer depends on, besides the post.
  List<String> meaning() {
    return service.meaning(Prompt.VERSION, Prompt.system(this));
  }

  String version() {
    return Digests.version(meaning());
  }
}
