package io.gistmill.producer.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Lines as bytes, with a limit on what one line takes in memory. `LF`, `CRLF` and a lone `CR` end
/// a line; a byte order mark before the first is left out.
final class ByteLines {

  private static final int END = -1;

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
  ByteLines(InputStream in, int limit, LongConsumer watcher) {
    this.in = in;
    this.limit = limit;
    this.watcher = watcher;
  }

  long bytesRead() {
    return read;
  }

  /// @return null at the end
  @Nullable Line next() throws IOException {
    int first = nextByte();
    if (afterReturn && first == '\n') {
      first = nextByte();
    }
    afterReturn = false;
    return first == END ? null : line(first);
  }

  private Line line(int first) throws IOException {
    var bytes = new ByteArrayOutputStream(256);
    boolean overlong = false;
    int octet = first;
    while (octet != END && octet != '\n' && octet != '\r') {
      if (bytes.size() < limit) {
        bytes.write(octet);
      } else {
        overlong = true;
      }
      octet = nextByte();
    }
    afterReturn = octet == '\r';
    number++;
    return new Line(number, withoutMark(bytes.toByteArray()), overlong);
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

  private int nextByte() throws IOException {
    if (position == length) {
      length = Math.max(0, in.read(buffer));
      position = 0;
      read += length;
      watcher.accept(read);
      if (length == 0) {
        return END;
      }
    }
    return buffer[position++] & 0xFF;
  }
}
