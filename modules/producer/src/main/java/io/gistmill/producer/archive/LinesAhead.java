package io.gistmill.producer.archive;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lines with a view of the next few.
final class LinesAhead {

  /// Lines that are looked at ahead; bounds the memory.
  private static final int VIEW = 12;

  private final ByteLines lines;
  private final Deque<Line> seen = new ArrayDeque<>();

  LinesAhead(ByteLines lines) {
    this.lines = lines;
  }

  /// @return null at the end
  @Nullable Line next() throws IOException {
    return seen.isEmpty() ? lines.next() : seen.remove();
  }

  /// The lines behind the last one given, as far as they can be seen and read.
  List<String> view() throws IOException {
    for (Line line = null; seen.size() < VIEW; seen.add(line)) {
      line = lines.next();
      if (line == null) {
        break;
      }
    }
    var texts = new ArrayList<String>();
    for (Line line : seen) {
      Optional<String> text = line.overlong() ? Optional.empty() : line.text();
      if (text.isEmpty()) {
        break;
      }
      texts.add(text.get());
    }
    return texts;
  }
}
