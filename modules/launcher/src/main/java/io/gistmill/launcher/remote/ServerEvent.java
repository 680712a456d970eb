package io.gistmill.launcher.remote;

import java.util.Iterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One event of a stream of Server-Sent Events (WHATWG HTML, section 9.2).
///
/// @param id where to go on after this event, null if the server gave none
/// @param name the kind of event
record ServerEvent(@Nullable String id, String name, String data) {

  /// Reads events from lines and shows each, until the lines end or the reader has seen enough.
  ///
  /// @param reader false ends it
  static void read(Iterator<String> lines, Predicate<ServerEvent> reader) {
    boolean goOn = true;
    @Nullable String id = null;
    String name = "message";
    var data = new StringBuilder();
    while (goOn && lines.hasNext()) {
      String line = lines.next();
      if (line.isEmpty()) {
        goOn = data.isEmpty() || reader.test(new ServerEvent(id, name, data.toString()));
        data.setLength(0);
        name = "message";
      } else if (!line.startsWith(":")) {
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
        switch (field) {
          case "id" -> id = value;
          case "event" -> name = value;
          case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
          default -> {
            // Others say nothing that matters here, as the standard has it.
          }
        }
      }
    }
  }
}
