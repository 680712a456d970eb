package io.gistmill.producer.http;

import io.gistmill.contracts.Json;
import io.gistmill.runtime.http.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/// Bytes that should be JSON in UTF-8.
final class JsonBytes {

  private static final ObjectReader WHOLE =
      Json.MAPPER.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int LONGEST_CAUSE = 120;

  private JsonBytes() {}

  /// The one object that a body is.
  static JsonNode object(byte[] bytes) {
    byte[] body = withoutMark(bytes);
    if (firstSign(body) != '{' || !isUtf8(body)) {
      throw Refusal.unreadable("the body is no JSON object in UTF-8", "send one");
    }
    try {
      return value(body);
    } catch (JacksonException e) {
      throw Refusal.unreadable(damage("body", e), "send one JSON object");
    }
  }

  /// @throws JacksonException when it is no JSON, or more than one value
  static JsonNode value(byte[] bytes) {
    return WHOLE.readValue(bytes);
  }

  static String damage(String what, JacksonException e) {
    String cause = e.getOriginalMessage().replaceAll("\\s+", " ");
    return "the "
        + what
        + " is not sound JSON ("
        + cause.substring(0, Math.min(cause.length(), LONGEST_CAUSE))
        + ")";
  }

  static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /// The first byte that is no white space, -1 when there is none.
  static int firstSign(byte[] bytes) {
    for (byte sign : bytes) {
      if (sign != ' ' && sign != '\t' && sign != '\r' && sign != '\n') {
        return sign & 0xFF;
      }
    }
    return -1;
  }

  static byte[] withoutMark(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && (bytes[0] & 0xFF) == 0xEF
            && (bytes[1] & 0xFF) == 0xBB
            && (bytes[2] & 0xFF) == 0xBF;
    return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }
}
