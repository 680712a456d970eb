package io.gistmill.gateway.stream;

import io.gistmill.contracts.Json;
import io.gistmill.gateway.log.Positions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes the text of Server-Sent Events and flushes each.
final class SseWriter {

  private final OutputStream output;

  SseWriter(OutputStream output) {
    this.output = output;
  }

  /// Tells where the reader stands before the first event; without data it is no event itself.
  void open(Positions next) throws IOException {
    write(": open\nretry: 2000\nid: " + next + "\n\n");
  }

  /// Keeps the connection and moves the reader's place on.
  void alive(Positions next) throws IOException {
    write(": alive\nid: " + next + "\n\n");
  }

  /// @param data written as JSON, hence one line
  void event(String name, Positions next, Object data) throws IOException {
    write(
        "id: "
            + next
            + "\nevent: "
            + name
            + "\ndata: "
            + Json.MAPPER.writeValueAsString(data)
            + "\n\n");
  }

  private void write(String text) throws IOException {
    output.write(text.getBytes(StandardCharsets.UTF_8));
    output.flush();
  }
}
