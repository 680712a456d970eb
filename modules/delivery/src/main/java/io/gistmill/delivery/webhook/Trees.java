package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON as trees whose fields keep their order and whose numbers keep their digits.
final class Trees {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Trees() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// Without blanks.
  static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// In UTF-8.
  static int bytes(Object value) {
    return text(value).getBytes(UTF_8).length;
  }

  /// Empty for what is no object.
  static Optional<ObjectNode> parse(byte[] json) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      return tree instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
