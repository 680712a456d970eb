package io.gistmill.launcher.plugin;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.Listing;
import io.gistmill.launcher.replay.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One plug-in, loaded as Gistmill loads it, beside the classifiers that come with Gistmill.
///
/// @param listings of its classifiers that can be used
record Candidate(Path path, ClassifierRegistry registry, List<Listing> listings) {

  /// @param path a folder, or a jar that is all there is of it
  /// @throws UsageException when there is nothing
  static Candidate open(Path path) {
    if (!Files.exists(path)) {
      throw new UsageException(
          path + " does not exist; name the jar of a plug-in, or its folder with all its jars");
    }
    ClassifierRegistry registry =
        ClassifierRegistry.discoverOne(Candidate.class.getClassLoader(), path);
    List<Listing> own =
        registry.listings().stream()
            .filter(listing -> !listing.origin().equals(Listing.OWN))
            .toList();
    return new Candidate(path, registry, own);
  }

  /// @throws UsageException with its problems when no classifier of it can be used
  List<Listing> usable() {
    if (listings.isEmpty()) {
      throw new UsageException(String.join("\n", registry.problems()));
    }
    return listings;
  }
}
