package io.gistmill.launcher.plugin;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/// A plug-in to begin with: a Maven project of one class, its service file and its test.
final class Skeleton {

  /// Where Gistmill runs from a folder of classes and has no version of its own.
  private static final String UNPACKAGED = "0.1.0-SNAPSHOT";

  /// The topic of a skeleton is called as it is, and these streams are of all classifiers; the
  /// thresholds are switched as if they were a classifier.
  private static final Set<String> TAKEN = Set.of("all", "other", "thresholds");

  private static final String SERVICE =
      "src/main/resources/META-INF/services/" + ClassifierFactory.class.getName();

  private final String name;
  private final String type;
  private final String folder;

  private Skeleton(String name) {
    this.name = name;
    this.type =
        Arrays.stream(name.split("-", -1))
            .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
            .collect(Collectors.joining());
    this.folder = name.replace("-", "");
  }

  /// @param name of the classifier
  /// @throws UsageException when it is no name of a classifier
  static Skeleton of(String name) {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new UsageException(
          "'"
              + name
              + "' cannot be the name of a classifier; use lower-case letters, digits and dashes,"
              + " a letter first");
    }
    var skeleton = new Skeleton(name);
    if (TAKEN.contains(name) || SourceVersion.isKeyword(skeleton.folder)) {
      throw new UsageException(
          "'" + name + "' means something else to Gistmill or to Java; use another name");
    }
    return skeleton;
  }

  /// Texts by the paths of their files.
  Map<String, String> files() {
    String java = "/java/com/example/" + folder + "/" + type;
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", text("pom.xml"));
    files.put("src/main" + java + "Factory.java", text("Factory.java.txt"));
    files.put(SERVICE, "com.example." + folder + "." + type + "Factory\n");
    files.put("src/test" + java + "ContractTest.java", text("ContractTest.java.txt"));
    return files;
  }

  /// @param into made where it does not exist
  /// @return the paths written
  /// @throws UsageException when one of the files is there already; then none is written
  List<Path> write(Path into) throws IOException {
    Map<String, String> files = files();
    for (String file : files.keySet()) {
      if (Files.exists(into.resolve(file))) {
        throw new UsageException(
            into.resolve(file) + " is there already; name another plug-in, or move it away");
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      write(into.resolve(file.getKey()), file.getValue());
    }
    return files.keySet().stream().map(into::resolve).toList();
  }

  private static void write(Path file, String text) throws IOException {
    try {
      Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(e.getMessage() + " is no folder; name another plug-in");
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private String text(String resource) {
    String version = Skeleton.class.getPackage().getImplementationVersion();
    return read(resource)
        .replace("@NAME@", name)
        .replace("@TYPE@", type)
        .replace("@PACKAGE@", folder)
        .replace("@VERSION@", Objects.requireNonNullElse(version, UNPACKAGED));
  }

  private static String read(String resource) {
    try (InputStream file = Skeleton.class.getResourceAsStream("skeleton/" + resource)) {
      byte[] bytes = Objects.requireNonNull(file, "the jar lacks " + resource).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
