package io.gistmill.producer.archive;

import io.gistmill.contracts.Json;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads an archive with one JSON object, a post, on each line.
final class JsonLinesArchive {

  private final ByteLines lines;
  private final int maxPostBytes;
  private final Assembly assembly;

  JsonLinesArchive(ByteLines lines, int maxPostBytes, Assembly assembly) {
    this.lines = lines;
    this.maxPostBytes = maxPostBytes;
    this.assembly = assembly;
  }

  /// @return why nothing could be read, null when all is well
  @Nullable String read() throws IOException {
    boolean empty = true;
    for (Line line = lines.next(); line != null; line = lines.next()) {
      if (line.bytes().length > 0 && !line.lenient().isBlank()) {
        if (empty && line.lenient().stripLeading().startsWith("[")) {
          return "is one JSON array; write one object a line, for instance with jq -c '.[]'";
        }
        empty = false;
        take(line);
      }
    }
    return empty ? "holds blank lines only; write one JSON object a line" : null;
  }

  private void take(Line line) {
    Optional<String> damage = line.damage(maxPostBytes);
    if (damage.isPresent()) {
      assembly.reject(line.number(), damage.get(), line.lenient());
      return;
    }
    try {
      JsonNode tree = Json.MAPPER.readTree(line.text().orElseThrow());
      assembly.draft(new JsonPost(tree).draft(line.number(), line.bytes().length));
    } catch (JacksonException e) {
      assembly.reject(line.number(), notJson(e), line.lenient());
    } catch (JsonPost.Unfit e) {
      assembly.reject(line.number(), e.reason(), line.lenient());
    }
  }

  private static String notJson(JacksonException e) {
    String cause = Excerpts.cut(e.getOriginalMessage(), 120);
    return "the line is not sound JSON (" + cause + "); write one whole JSON object a line";
  }
}
