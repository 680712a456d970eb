package io.gistmill.classifier.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.classifier.tck.ClassifierContract;
import io.gistmill.classifier.tck.Posts;
import io.gistmill.domain.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A model out of a folder keeps what every classifier promises.
class OnnxContractTest extends ClassifierContract {

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    TinyModel.usual().write(folder.resolve("model.onnx"));
    Files.write(folder.resolve("vocab.txt"), TinyModel.WORDS, UTF_8);
  }

  @Override
  protected ClassifierFactory factory() {
    return new OnnxEngine()
        .factory("tiny", "topics: {bees: Bees, costs: Costs}\nlabels: [bees, costs]\n", folder);
  }

  @Override
  protected List<Post> posts() {
    return List.of(Posts.text("Bees"), Posts.titled("蜜蜂", ""));
  }

  @Override
  protected boolean isFoundAsAService() {
    return false;
  }
}
