package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.taxonomy.Taxonomy;
import io.gistmill.classifier.trained.model.ModelFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Learns a model that comes with Gistmill; the build runs it. Beside the class folder it leaves a
/// note of what the model was made from, and does nothing while that is the same.
public final class ShippedTraining {

  private ShippedTraining() {}

  /// @param args the folder with the labelled posts; the one with the classes of the module that
  ///   ships the model, and the place of the model in it; and for a model that looks at sentences
  ///   the file with the vectors of these posts
  public static void main(String[] args) throws IOException {
    Path training = Path.of(args[0]);
    Path classes = Path.of(args[1]).toAbsolutePath();
    Path model = classes.resolve(args[2]);
    @Nullable Path sentences = args.length > 3 ? Path.of(args[3]) : null;
    Path note = classes.resolveSibling(model.getFileName() + ".from");
    String made = made(training, classes, sentences);
    if (!Files.exists(model) || !Files.exists(note) || !Files.readString(note).equals(made)) {
      List<Example> examples = TrainingFile.readAll(training);
      if (examples.isEmpty()) {
        throw new IllegalStateException("there are no posts in " + training + " to learn from");
      }
      ModelFile.write(Trainer.train(dataset(examples, sentences)), model);
      Files.writeString(note, made);
    }
  }

  private static Dataset dataset(List<Example> examples, @Nullable Path sentences)
      throws IOException {
    if (sentences == null) {
      return Trainer.dataset(examples, TrainerSettings.STANDARD);
    }
    var kept = new KeptSentences(sentences);
    return Trainer.dataset(examples, TrainerSettings.STANDARD.withSentences(), kept::of);
  }

  /// A hash of all that the model depends on.
  private static String made(Path training, Path classes, @Nullable Path sentences)
      throws IOException {
    MessageDigest digest = sha256();
    digest.update(Taxonomy.shipped().text().getBytes(StandardCharsets.UTF_8));
    addFolder(training, digest);
    addFolder(classes, digest);
    addTrainer(digest);
    if (sentences != null) {
      digest.update(Files.readAllBytes(sentences));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// The trainer itself, which is a folder of classes before it is packed into a jar.
  private static void addTrainer(MessageDigest digest) throws IOException {
    Path code = Path.of(ownCode());
    if (Files.isDirectory(code)) {
      addFolder(code, digest);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(code)) {
        addFolder(jar.getPath("/"), digest);
      }
    }
  }

  private static URI ownCode() {
    return URI.create(
        ShippedTraining.class.getProtectionDomain().getCodeSource().getLocation().toString());
  }

  /// All but models, and what only jars hold.
  private static void addFolder(Path folder, MessageDigest digest) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString();
        if (!name.endsWith(".model") && !name.startsWith("META-INF")) {
          digest.update(name.getBytes(StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(file));
        }
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
