package io.gistmill.launcher.candidate;

import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/// Whether a command that reads files looks at whole sentences.
public final class SentenceOption {

  /// Some two thousand posts, a few minutes' work.
  private static final long SMALL = 4L << 20;

  /// What can be said.
  public enum Choice {
    YES,
    NO,
    AUTO;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--sentences",
      paramLabel = "yes|no|auto",
      description =
          "Whether the classifier that comes with Gistmill looks at whole sentences beside words:"
              + " better topics and summaries, some ten posts a second. By itself (auto) where"
              + " the files have 4 MiB at the most. Services look at words alone until 'gistmill switch' says otherwise."
              + " Default: auto.")
  private Choice choice = Choice.AUTO;

  /// @param files that are going to be read
  public InstalledClassifiers applied(InstalledClassifiers classifiers, List<Path> files)
      throws IOException {
    return wanted(files) ? classifiers.withSentences() : classifiers;
  }

  /// @param what takes the place of the classifiers that come with Gistmill
  /// @throws UsageException when sentences are asked for all the same
  public void refuseBeside(String what) {
    if (choice == Choice.YES) {
      throw new UsageException(
          "--sentences=yes and " + what + " cannot be given together; leave one of them out");
    }
  }

  private boolean wanted(List<Path> files) throws IOException {
    if (choice != Choice.AUTO) {
      return choice == Choice.YES;
    }
    long size = 0;
    for (Path file : files) {
      size += Files.exists(file) ? Files.size(file) : 0;
    }
    return size <= SMALL;
  }
}
