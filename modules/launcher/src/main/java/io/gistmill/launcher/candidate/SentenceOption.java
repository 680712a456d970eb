package io.gistmill.launcher.candidate;

import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
  private @Nullable Choice choice;

  /// @param files that are going to be read
  public InstalledClassifiers applied(InstalledClassifiers classifiers, List<Path> files)
      throws IOException {
    return wanted(files) ? classifiers.withSentences() : classifiers;
  }

  /// @param what takes the place of the classifiers that come with Gistmill
  /// @return what is wrong, and the mend; empty where nothing was said of sentences
  public List<String> mistakesBeside(String what) {
    return choice == null
        ? List.of()
        : List.of(
            "--sentences="
                + choice
                + " and "
                + what
                + " cannot be given together; leave one of them out");
  }

  /// @param what as for [#mistakesBeside]
  /// @throws UsageException when something is said of sentences all the same
  public void refuseBeside(String what) {
    List<String> mistakes = mistakesBeside(what);
    if (!mistakes.isEmpty()) {
      throw new UsageException(mistakes.getFirst());
    }
  }

  private boolean wanted(List<Path> files) throws IOException {
    if (choice != null && choice != Choice.AUTO) {
      return choice == Choice.YES;
    }
    long size = 0;
    for (Path file : files) {
      size += Files.exists(file) ? Files.size(file) : 0;
    }
    return size <= SMALL;
  }
}
