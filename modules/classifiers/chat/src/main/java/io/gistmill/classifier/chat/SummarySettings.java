package io.gistmill.classifier.chat;

import io.gistmill.classifier.engine.Digests;
import io.gistmill.classifier.engine.EngineSettings;
import io.gistmill.classifier.engine.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What the file of a summariser says of a chat model.
///
/// @param instructions more for the model; may be empty
record SummarySettings(ServiceSettings service, String instructions) {

  /// @throws IllegalArgumentException naming every mistake
  static SummarySettings read(String text, Path folder) {
    var settings = new EngineSettings(text);
    Section root = settings.root();
    var names = new TreeSet<>(ServiceSettings.NAMES);
    names.addAll(Set.of("engine", "time-limit", "instructions"));
    root.allowOnly(names);
    var read =
        new SummarySettings(
            ServiceSettings.read(settings, folder), root.optionalText("instructions").orElse(""));
    settings.refuseIfWrong();
    return read;
  }

  /// What an answer depends on, besides the post.
  List<String> meaning() {
    return service.meaning(SummaryPrompt.VERSION, SummaryPrompt.system(this));
  }

  String version() {
    return Digests.version(meaning());
  }
}
