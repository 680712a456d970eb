package io.gistmill.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for one benchmark, deleted behind it.
public final class WorkFolder {

  private WorkFolder() {}

  /// What is done in it.
  @FunctionalInterface
  public interface Work<T> {
    T in(Path folder) throws Exception;
  }

  public static <T> T with(Work<T> work) throws Exception {
    Path folder = Files.createTempDirectory("gistmill-benchmark-");
    try {
      return work.in(folder);
    } finally {
      deleteAll(folder);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
