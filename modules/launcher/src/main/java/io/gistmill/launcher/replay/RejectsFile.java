package io.gistmill.launcher.replay;

import io.gistmill.contracts.Json;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// `rejects.jsonl`: whatever could not be read, with the place and the reason. Safe for several
/// threads.
final class RejectsFile implements Closeable {

  private final BufferedWriter out;

  RejectsFile(Path file) throws IOException {
    out = Utf8.writer(file);
  }

  synchronized void write(RejectLine line) throws IOException {
    out.write(Json.MAPPER.writeValueAsString(line));
    out.write('\n');
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
