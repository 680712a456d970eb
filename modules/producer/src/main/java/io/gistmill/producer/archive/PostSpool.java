package io.gistmill.producer.archive;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Posts in a temporary file, one JSON object a line, with only a small index in memory: about 150
/// bytes a post.
///
/// For one thread. I/O errors come as [UncheckedIOException].
public final class PostSpool implements AutoCloseable {

  private static final int WRITE_BUFFER = 256 * 1024;

  /// What is known of a post without reading it.
  ///
  /// @param offset where its line begins in the file, in bytes
  /// @param length of its line in bytes, without the line's end
  public record Entry(long ordinal, String id, Instant published, long offset, int length) {}

  private static final Comparator<Entry> IN_TIME =
      Comparator.comparing(Entry::published).thenComparingLong(Entry::ordinal);

  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer unwritten = ByteBuffer.allocate(WRITE_BUFFER);
  private final List<Entry> entries = new ArrayList<>();
  private long written;

  private PostSpool(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Makes an empty spool.
  ///
  /// @param folder where its file stands until [#close()]
  public static PostSpool in(Path folder) {
    try {
      Path file = Files.createTempFile(folder, "gistmill-posts-", ".jsonl");
      return new PostSpool(
          file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no temporary file could be made in " + folder + "; check its rights", e);
    }
  }

  /// @throws IllegalArgumentException when the post has no ordinal, or one that is not higher than
  ///   that of the post before
  public void append(Post post) {
    Long ordinal = post.origin().ordinal();
    if (ordinal == null || (!entries.isEmpty() && ordinal <= entries.getLast().ordinal())) {
      throw new IllegalArgumentException(
          "posts are spooled in the order of their ordinals, not " + ordinal + " next");
    }
    byte[] json = Json.MAPPER.writeValueAsBytes(post);
    entries.add(
        new Entry(
            ordinal, post.id(), post.published(), written + unwritten.position(), json.length));
    write(json);
    write(new byte[] {'\n'});
  }

  public int size() {
    return entries.size();
  }

  /// All entries by ordinal; a view.
  public List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /// The post with this ordinal, empty when that ordinal was a reject or never given.
  public Optional<Post> post(long ordinal) {
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = entries.get(middle).ordinal();
      if (found == ordinal) {
        return Optional.of(post(entries.get(middle)));
      }
      low = found < ordinal ? middle + 1 : low;
      high = found < ordinal ? high : middle - 1;
    }
    return Optional.empty();
  }

  /// Reads one post back.
  public Post post(Entry entry) {
    flush();
    var bytes = ByteBuffer.allocate(entry.length());
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, entry.offset() + bytes.position()) < 0) {
          throw new IOException(file + " ends before post " + entry.ordinal());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Json.MAPPER.readValue(bytes.array(), Post.class);
  }

  /// Entries by (published, ordinal), as they are now.
  public List<Entry> inTime() {
    return entries.stream().sorted(IN_TIME).toList();
  }

  private void write(byte[] bytes) {
    if (bytes.length > unwritten.remaining()) {
      flush();
    }
    if (bytes.length > unwritten.capacity()) {
      writeOut(ByteBuffer.wrap(bytes));
    } else {
      unwritten.put(bytes);
    }
  }

  private void flush() {
    unwritten.flip();
    writeOut(unwritten);
    unwritten.clear();
  }

  private void writeOut(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        written += channel.write(bytes, written);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be written; check the disk's space", e);
    }
  }

  /// Deletes the file. A second call does nothing.
  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
