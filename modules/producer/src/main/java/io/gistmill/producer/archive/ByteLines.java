package io.gistmill.producer.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Lines as bytes, with a limit on what one line takes in memory. `LF`, `CRLF` and a lone `CR` end
/// a line; a byte order mark before the first is left out.
public final class ByteLines {

  private final InputStream in;
  private final int limit;
  private final LongConsumer watcher;
  private final byte[] buffer = new byte[64 * 1024];
  private int length;
  private int position;
  private long read;
  private long number;
  private boolean afterReturn;

  /// @param limit bytes of a line that are kept; the rest is read and dropped
  /// @param watcher told after each read how many bytes were read so far, within long lines too
  public ByteLines(InputStream in, int limit, LongConsumer watcher) {
    this.in = in;
    this.limit = limit;
    this.watcher = watcher;
  }

  long bytesRead() {
    return read;
  }

  /// @return null at the end
  public @Nullable Line next() throws IOException {
    if (afterReturn && fill() && buffer[position] == '\n') {
      position++;
    }
    afterReturn = false;
    return fill() ? line() : null;
  }

  private Line line() throws IOException {
    var bytes = new ByteArrayOutputStream(256);
    boolean overlong = false;
    boolean ended = false;
    while (!ended && fill()) {
      int end = endInBuffer();
      int room = Math.min(end - position, limit - bytes.size());
      bytes.write(buffer, position, room);
      overlong |= room < end - position;
      ended = end < length;
      position = end;
    }
    if (ended) {
      afterReturn = buffer[position++] == '\r';
    }
    number++;
    return new Line(number, withoutMark(bytes.toByteArray()), overlong);
  }

  /// Where the line ends, or the buffer when the line goes on.
  private int endInBuffer() {
    int end = position;
    while (end < length && buffer[end] != '\n' && buffer[end] != '\r') {
      end++;
    }
    return end;
  }

  private byte[] withoutMark(byte[] bytes) {
    boolean marked =
        number == 1
            && bytes.length >= 3
            && (bytes[0] & 0xFF) == 0xEF
            && (bytes[1] & 0xFF) == 0xBB
            && (bytes[2] & 0xFF) == 0xBF;
    return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  /// Reads on when all is used up.
  ///
  /// @return false at the end
  private boolean fill() throws IOException {
    if (position < length) {
      return true;
    }
    position = 0;
    length = Math.max(0, in.read(buffer));
    read += length;
    watcher.accept(read);
    return length > 0;
  }
}
