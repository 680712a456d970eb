package io.gistmill.launcher.remote;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.ClassifierSet;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Asks a running Gistmill which classifiers are active.
public final class ActiveClassifiers {

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where the pages of Gistmill answer (default: http://localhost:8080).")
  private @Nullable String url;

  /// The whole set.
  ///
  /// @param registry the classifiers that are present here; the running Gistmill has the same
  /// @throws RemoteException when it does not answer
  public ClassifierSet set(ClassifierRegistry registry) throws IOException, InterruptedException {
    var reader = new Remote(Address.of("--url", url), null);
    return ActiveSet.of(reader, registry).set();
  }
}
