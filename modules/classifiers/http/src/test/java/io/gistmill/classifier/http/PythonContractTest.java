package io.gistmill.classifier.http;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.classifier.tck.ClassifierContract;
import io.gistmill.classifier.tck.Posts;
import io.gistmill.domain.Post;
import io.gistmill.testsupport.process.PythonClassifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/// The example in Python keeps what every classifier promises, over HTTP.
@Timeout(120)
class PythonContractTest extends ClassifierContract {

  private static final Path ROOT = Path.of(System.getProperty("gistmill.root", "../../.."));

  private static @Nullable PythonClassifier running;

  @BeforeAll
  static void start() throws IOException {
    Optional<PythonClassifier> started = PythonClassifier.start(ROOT);
    assumeThat(started).as("python3 is on this machine").isPresent();
    running = started.get();
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  @Override
  protected ClassifierFactory factory() {
    try {
      String settings = Objects.requireNonNull(running).settings();
      return new HttpEngine().factory("words", settings, Path.of(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected List<Post> posts() {
    return List.of(Posts.text("🐝 This phone costs less"), Posts.titled("端侧", "🍯🐝 跑在手机上,成本更低"));
  }

  @Override
  protected boolean isFoundAsAService() {
    return false;
  }
}
