package io.gistmill.launcher.replay;

import io.gistmill.contracts.Json;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/// Values set aside on disk, to be read again by the position at which they were put.
final class JsonSpool<T> implements Closeable {

  private final FileChannel file;
  private final ObjectReader reader;
  private final ObjectWriter writer;
  private long end;

  JsonSpool(Path folder, Class<T> type) throws IOException {
    Path path = Files.createTempFile(folder, type.getSimpleName(), ".spool");
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    reader = Json.MAPPER.readerFor(type);
    writer = Json.MAPPER.writerFor(type);
  }

  long put(T value) throws IOException {
    byte[] json = writer.writeValueAsBytes(value);
    ByteBuffer entry = ByteBuffer.allocate(Integer.BYTES + json.length);
    entry.putInt(json.length).put(json).flip();
    long position = end;
    while (entry.hasRemaining()) {
      end += file.write(entry, end);
    }
    return position;
  }

  T get(long position) throws IOException {
    int length = read(position, Integer.BYTES).getInt();
    return reader.readValue(read(position + Integer.BYTES, length).array());
  }

  private ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("the spool ends before position " + position);
      }
    }
    return buffer.flip();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
