package io.gistmill.producer.http;

import io.gistmill.runtime.http.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/// Reads the body of a request up to a limit.
///
/// @param limit in bytes
record BoundedBody(int limit) {

  /// How many times the limit is read and dropped, so that a client that sends first and listens
  /// later gets to read why it was refused.
  private static final int PATIENCE = 4;

  byte[] read(Context ctx) {
    try (InputStream in = ctx.bodyInputStream()) {
      byte[] body = in.readNBytes(limit);
      if (in.read() >= 0) {
        drop(in);
        throw Refusal.tooLarge(
            "the body is larger than " + limit + " bytes", "send less in one request");
      }
      return body;
    } catch (IOException e) {
      throw Refusal.unreadable("the body ended before its announced length", "send the whole body");
    }
  }

  private void drop(InputStream in) throws IOException {
    byte[] dropped = new byte[8192];
    long left = (long) limit * PATIENCE;
    while (left > 0) {
      int read = in.read(dropped);
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }
}
