package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.summary.Summariser;
import io.gistmill.classifier.api.summary.SummariserFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/// A factory that an engine made of a file, with what it said of itself.
record SummariserOfFile(
    Path file, SummariserFactory made, String name, String version, Duration timeLimit)
    implements SummariserFactory {

  SummariserOfFile {
    Objects.requireNonNull(name, "its name is null");
    Objects.requireNonNull(version, "its version is null");
    Objects.requireNonNull(timeLimit, "its time limit is null");
  }

  /// @throws IllegalArgumentException naming the file, whatever the engine threw
  @Override
  public Summariser create() {
    return SummariserFile.of(
        file, () -> Objects.requireNonNull(made.create(), "it made null instead of a summariser"));
  }
}
