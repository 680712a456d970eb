package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.taxonomy.Taxonomy;
import io.gistmill.classifier.trained.model.ModelFile;
import io.gistmill.classifier.trained.model.ShippedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Learns the model that comes with Gistmill; the build runs it. Beside the class folder it leaves
/// a note of what the model was made from, and does nothing while that is the same.
public final class ShippedTraining {

  private static final String NOTE = "posts.model.from";

  private ShippedTraining() {}

  /// @param args the folder with the labelled posts, and the one with the classes of this module,
  ///   to which the model is added
  public static void main(String[] args) throws IOException {
    Path training = Path.of(args[0]);
    Path classes = Path.of(args[1]).toAbsolutePath();
    Path model =
        classes
            .resolve(ShippedModel.class.getPackageName().replace('.', '/'))
            .resolve(ShippedModel.FILE);
    Path note = classes.resolveSibling(NOTE);
    String made = made(training, classes);
    if (!Files.exists(model) || !Files.exists(note) || !Files.readString(note).equals(made)) {
      List<Example> examples = TrainingFile.readAll(training);
      if (examples.isEmpty()) {
        throw new IllegalStateException("there are no posts in " + training + " to learn from");
      }
      ModelFile.write(Trainer.train(examples, TrainerSettings.STANDARD), model);
      Files.writeString(note, made);
    }
  }

  /// A hash of all that the model depends on.
  private static String made(Path training, Path classes) throws IOException {
    MessageDigest digest = sha256();
    digest.update(Taxonomy.shipped().text().getBytes(StandardCharsets.UTF_8));
    for (Path folder : List.of(training, classes)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          if (!file.endsWith(ShippedModel.FILE)) {
            digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
          }
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
