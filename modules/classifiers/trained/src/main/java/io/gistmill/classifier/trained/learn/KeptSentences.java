package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.sentence.Sentences;
import io.gistmill.domain.Post;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Vectors of labelled posts in a file, so that a model that looks at sentences is learnt within a
/// minute, and to the same bytes on processors whose arithmetic differs in the last digits. What is
/// not in the file is embedded.
public final class KeptSentences {

  private final Map<Long, byte[]> vectors = new HashMap<>();

  /// @throws IOException when the file cannot be read or is cut off, or holds vectors of another
  ///   embedder than the one that is here
  public KeptSentences(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      String version = in.readUTF();
      if (!version.equals(Sentences.version())) {
        throw new IOException(
            file + " holds vectors of " + version + ", not of " + Sentences.version());
      }
      int dims = in.readInt();
      for (int left = in.readInt(); left > 0; left--) {
        long key = in.readLong();
        var vector = new byte[dims];
        in.readFully(vector);
        vectors.put(key, vector);
      }
    }
  }

  /// The vector of a post as [Sentences#of] gives it.
  public byte[] of(Post post) {
    byte[] kept = vectors.get(key(post));
    return kept == null ? Sentences.of(post) : kept;
  }

  public boolean has(Post post) {
    return vectors.containsKey(key(post));
  }

  /// Writes the vectors of posts in their order. Those that the file holds already stay, where
  /// there is one; the others are embedded, some ten milliseconds each, on all processors.
  ///
  /// @throws IOException as reading does; without the file, all are embedded
  public static void complete(List<Example> examples, Path file) throws IOException {
    Function<Post, byte[]> vector =
        Files.exists(file) ? new KeptSentences(file)::of : Sentences::of;
    List<byte[]> vectors =
        examples.parallelStream().map(example -> vector.apply(example.post())).toList();
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeUTF(Sentences.version());
      out.writeInt(Sentences.embedder().dims());
      out.writeInt(examples.size());
      for (int i = 0; i < vectors.size(); i++) {
        out.writeLong(key(examples.get(i).post()));
        out.write(vectors.get(i));
      }
    }
  }

  private static long key(Post post) {
    return Long.parseUnsignedLong(post.id().substring(0, 16), 16);
  }
}
