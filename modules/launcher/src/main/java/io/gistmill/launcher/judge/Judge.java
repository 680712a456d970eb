package io.gistmill.launcher.judge;

import io.gistmill.classifier.trained.model.InvalidModelException;
import io.gistmill.classifier.trained.model.ModelFile;
import io.gistmill.domain.Post;
import io.gistmill.launcher.candidate.SentenceOption;
import io.gistmill.launcher.files.Source;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

/// Says which topics posts have. For one thread at a time.
public interface Judge extends AutoCloseable {

  Judgement judge(Post post);

  /// All topics that it can give.
  SortedSet<String> topics();

  @Override
  void close();

  /// All classifiers as they are when nobody has switched them.
  ///
  /// @param plugins folder of classifiers that are asked beside those that come with Gistmill
  /// @param posts what is going to be read
  static Judge installed(Path plugins, SentenceOption sentences, Source posts) throws IOException {
    return new InstalledJudge(
        sentences.applied(InstalledClassifiers.with(plugins), List.of(posts.path())));
  }

  /// A model alone.
  ///
  /// @throws UsageException when the file is no model, with the mend
  static Judge ofModel(Path model) throws IOException {
    if (!Files.isRegularFile(model)) {
      throw new UsageException(
          model + ": there is no such file; name one that 'gistmill train' wrote");
    }
    try {
      return new ModelJudge(ModelFile.read(model));
    } catch (InvalidModelException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
