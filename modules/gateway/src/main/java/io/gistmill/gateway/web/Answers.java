package io.gistmill.gateway.web;

import io.gistmill.contracts.Json;
import io.javalin.http.Context;
import java.util.zip.CRC32C;

/// Answers in JSON.
public final class Answers {

  private Answers() {}

  /// With an ETag over the bytes; a reader who has them already is told so.
  public static void json(Context context, Object answer) {
    byte[] bytes = Json.MAPPER.writeValueAsBytes(answer);
    String tag = "\"" + tag(bytes) + "-" + bytes.length + "\"";
    context.header("ETag", tag);
    context.header("Cache-Control", "no-cache");
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    context.contentType("application/json").result(bytes);
  }

  /// A checksum in hexadecimal: names content, protects nothing.
  public static String tag(byte[] bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes);
    return Long.toHexString(checksum.getValue());
  }
}
