package io.gistmill.web;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/// Reads a body to its end within [Limits], unpacking it on the way.
final class Body {

  private static final int FREE = 64 << 10;

  private final Limits limits;

  Body(Limits limits) {
    this.limits = limits;
  }

  /// @param encoding of the header `Content-Encoding`; empty for none
  /// @throws TooMuchException beyond a limit
  byte[] read(InputStream wire, String encoding) throws IOException {
    var packed = new Counting(wire);
    InputStream unpacked = unpacked(packed, encoding.strip().toLowerCase(Locale.ROOT));
    var bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[16 << 10];
    for (int n = unpacked.read(buffer); n >= 0; n = unpacked.read(buffer)) {
      bytes.write(buffer, 0, n);
      check(packed.count, bytes.size());
    }
    return bytes.toByteArray();
  }

  private void check(long packed, int unpacked) throws TooMuchException {
    if (unpacked > limits.bytes()) {
      throw new TooMuchException("is larger than " + (limits.bytes() >> 10) + " KiB");
    }
    if (unpacked > FREE && unpacked > packed * limits.ratio()) {
      throw new TooMuchException("unpacks to more than " + limits.ratio() + " times its size");
    }
  }

  private static InputStream unpacked(InputStream packed, String encoding) throws IOException {
    return switch (encoding) {
      case "", "identity" -> packed;
      case "gzip", "x-gzip" -> new GZIPInputStream(packed, 512);
      case "deflate" -> new InflaterInputStream(packed);
      default -> throw new TooMuchException("is packed as " + encoding + ", which was not asked");
    };
  }

  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1;

    TooMuchException(String message) {
      super(message);
    }
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
