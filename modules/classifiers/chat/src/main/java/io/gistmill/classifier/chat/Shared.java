package io.gistmill.classifier.chat;

import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// What all classifiers of one plug-in, or all summarisers of one file, have in common, so that its
/// limits hold for them together.
record Shared(Budget budget, Bucket requests, AnswerCache cache) {

  /// @throws IllegalArgumentException when the folder for the state cannot be used
  static Shared open(ServiceSettings settings, InstantSource clock) {
    try {
      Optional<Path> folder = settings.state();
      Optional<SpentFile> spent = Optional.empty();
      Optional<AnswerFiles> answers = Optional.empty();
      if (folder.isPresent()) {
        Files.createDirectories(folder.get());
        spent = Optional.of(new SpentFile(folder.get()));
        Path kept = folder.get().resolve("answers");
        answers = Optional.of(new AnswerFiles(kept, settings.cached(), clock));
      }
      return new Shared(
          new Budget(settings.limits(), clock, spent),
          requests(settings.limits().requestsPerMinute()),
          new AnswerCache(settings.cached(), answers));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "state: " + settings.state().orElseThrow() + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static Bucket requests(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }
}
