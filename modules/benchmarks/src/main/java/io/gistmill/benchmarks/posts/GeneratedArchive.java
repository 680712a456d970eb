package io.gistmill.benchmarks.posts;

import io.gistmill.contracts.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Generated posts as a file of JSON Lines, which a replay can read.
public final class GeneratedArchive {

  private GeneratedArchive() {}

  public static void write(Path file, long seed, long count) throws IOException {
    var posts = new PostGenerator(seed, count);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      while (posts.hasNext()) {
        out.write(Json.MAPPER.writeValueAsString(posts.next()));
        out.write('\n');
      }
    }
  }
}
