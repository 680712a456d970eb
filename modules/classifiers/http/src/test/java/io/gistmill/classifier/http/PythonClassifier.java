package io.gistmill.classifier.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The example of the documentation, running.
final class PythonClassifier implements AutoCloseable {

  static final Path FOLDER =
      Path.of(System.getProperty("gistmill.root", "../../.."), "docs/tutorial/python-classifier");

  private static final String SAYS = "listening on ";

  private final Process process;
  private final String url;

  private PythonClassifier(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /// Empty where this machine has no `python3`.
  static Optional<PythonClassifier> start() throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder(
                  List.of("python3", FOLDER.resolve("classifier.py").toString(), "--port", "0"))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      return Optional.empty();
    }
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = String.valueOf(out.readLine());
    if (!line.startsWith(SAYS)) {
      process.destroyForcibly();
      throw new IOException("the example did not start: " + line);
    }
    return Optional.of(new PythonClassifier(process, line.substring(SAYS.length())));
  }

  /// The shipped settings, with the address at which it really listens.
  String settings() throws IOException {
    return Files.readString(FOLDER.resolve("classifier.yml"))
        .replace("http://127.0.0.1:8800/classify", url);
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
