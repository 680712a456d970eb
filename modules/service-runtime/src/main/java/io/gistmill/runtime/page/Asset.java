package io.gistmill.runtime.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.CRC32C;

/// A file that pages load. Its address holds a checksum of its content, so that it can be kept for
/// ever.
@SuppressWarnings("ArrayRecordComponent")
public record Asset(String address, String type, byte[] bytes) {

  /// @param owner lies beside the file
  /// @param name of the file
  /// @param type such as `image/svg+xml`
  public static Asset read(Class<?> owner, String name, String type) {
    try (InputStream input = owner.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(input, name).readAllBytes();
      var checksum = new CRC32C();
      checksum.update(bytes);
      String tag = Long.toHexString(checksum.getValue());
      return new Asset("/assets/" + tag + "/" + name, type, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void serve(Context context) {
    context.header("Cache-Control", "public, max-age=31536000, immutable");
    context.contentType(type).result(bytes);
  }
}
