package io.gistmill.testsupport.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The classifier in Python that the documentation has as an example, running.
public final class PythonClassifier implements AutoCloseable {

  private static final String SAYS = "listening on ";

  private static final String FOLDER = "docs/tutorial/python-classifier";
  private static final String SHIPPED = "http://127.0.0.1:8800/classify";

  private final Process process;
  private final Path folder;
  private final String url;

  private PythonClassifier(Process process, Path folder, String url) {
    this.process = process;
    this.folder = folder;
    this.url = url;
  }

  /// @param root of the repository
  /// @return empty where this machine has no `python3`
  public static Optional<PythonClassifier> start(Path root) throws IOException {
    Path folder = root.resolve(FOLDER);
    Process process;
    try {
      process =
          new ProcessBuilder(
                  List.of("python3", folder.resolve("classifier.py").toString(), "--port", "0"))
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
    return Optional.of(new PythonClassifier(process, folder, line.substring(SAYS.length())));
  }

  /// The shipped settings, with the address at which it really listens, and with time for a busy
  /// machine.
  public String settings() throws IOException {
    String shipped = Files.readString(folder.resolve("classifier.yml")).replace(SHIPPED, url);
    return shipped + "\ntime-limit: 60\ntime-out: 30\n";
  }

  public String url() {
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
