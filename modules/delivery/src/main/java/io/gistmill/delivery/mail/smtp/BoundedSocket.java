package io.gistmill.delivery.mail.smtp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/// Stops listening to a peer that talks without end: an answer of SMTP has a few hundred bytes.
final class BoundedSocket extends Socket {

  /// Enough for some thousand answers, and for certificates.
  private static final long MOST = 1L << 20;

  @Override
  public InputStream getInputStream() throws IOException {
    return new Bounded(super.getInputStream());
  }

  private static final class Bounded extends FilterInputStream {

    private long read;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int got = in.read(bytes, from, length);
      count(Math.max(0, got));
      return got;
    }

    private void count(int more) throws IOException {
      read += more;
      if (read > MOST) {
        throw new IOException("the server talks without end");
      }
    }
  }
}
