package io.gistmill.classifier.api.summary;

import java.time.Duration;

/// Makes summarisers of one kind with the same settings.
///
/// What a factory promises:
///
/// 1. What it says of itself is the same each time.
/// 2. `name` holds lower-case letters, digits and dashes; `version` 1 to 100 characters and no
///    blanks. `version` changes whenever the same post may get another summary: with the code, with
///    a model, with the settings.
/// 3. `timeLimit` lies above zero and is a minute at the most.
/// 4. `create` makes a new summariser each time. Those of one factory share its limits.
public interface SummariserFactory {

  String name();

  String version();

  /// How long its summarisers may take for one post before they are given up.
  default Duration timeLimit() {
    return Duration.ofSeconds(30);
  }

  /// @throws IllegalArgumentException when the settings turn out not to work here, with the mend
  Summariser create();

  /// Name and version as they are recorded: `chat-summary@3f1c0a7d5b`.
  default String id() {
    return name() + "@" + version();
  }
}
