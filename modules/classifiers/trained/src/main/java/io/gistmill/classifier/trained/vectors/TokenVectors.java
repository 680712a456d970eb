package io.gistmill.classifier.trained.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/// Short vectors of words, whose weighted mean says roughly what a post is about, also where its
/// words did not stand in any training post. The tool `Distiller` makes them and says how.
///
/// Immutable and safe for all threads.
public final class TokenVectors {

  private static final String FILE = "tokens.bin";
  private static final int FILTER_BITS = 20;

  private final String version;
  private final int dims;

  /// By hash: the hash and, from 1, its row. A look-up that ends here reads one array behind the
  /// filter.
  private final long[] slots;

  private final byte[] weights;
  private final byte[] rows;
  private final long[] filter = new long[1 << (FILTER_BITS - 6)];

  private TokenVectors(ByteBuffer file) {
    version = HexFormat.of().toHexDigits(Arrays.hashCode(file.array()));
    dims = file.getInt();
    int count = file.getInt();
    var hashes = new int[count];
    file.asIntBuffer().get(hashes);
    file.position(file.position() + count * Integer.BYTES);
    weights = new byte[count];
    file.get(weights);
    rows = new byte[count * dims];
    file.get(rows);
    slots = new long[Integer.highestOneBit(Math.max(count, 1)) * 4];
    for (int row = 0; row < count; row++) {
      add(hashes[row], row);
    }
  }

  /// Those that come with Gistmill.
  public static TokenVectors shipped() {
    return Shipped.VECTORS;
  }

  private static final class Shipped {
    static final TokenVectors VECTORS = read();

    private static TokenVectors read() {
      try (InputStream file = TokenVectors.class.getResourceAsStream(FILE)) {
        if (file == null) {
          throw new IllegalStateException(FILE + " is missing from the jar");
        }
        return new TokenVectors(ByteBuffer.wrap(file.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void add(int hash, int row) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = (long) hash << Integer.SIZE | row + 1;
    int bit = hash >>> (32 - FILTER_BITS);
    filter[bit >>> 6] |= 1L << bit;
  }

  /// Changes whenever a vector does.
  public String version() {
    return version;
  }

  public int dims() {
    return dims;
  }

  /// @param hash of a gram
  /// @return its row, or -1
  public int find(int hash) {
    int bit = hash >>> (32 - FILTER_BITS);
    if ((filter[bit >>> 6] & (1L << bit)) == 0) {
      return -1;
    }
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      if ((int) (slots[slot] >>> Integer.SIZE) == hash) {
        return (int) slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  /// How much a word says, 0 to 255.
  public int weight(int row) {
    return weights[row] & 0xFF;
  }

  /// For adding up vectors.
  public WeightedRows sum() {
    return new WeightedRows(rows, dims);
  }
}
