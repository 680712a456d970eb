package io.gistmill.contracts;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/// JSON in UTF-8; see [Json] for the form.
public final class JsonSerde<T> implements Serde<T> {

  private final Class<T> type;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  public JsonSerde(Class<T> type) {
    this.type = type;
    this.reader = Json.MAPPER.readerFor(type);
    this.writer = Json.MAPPER.writerFor(type);
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> value == null ? null : writer.writeValueAsBytes(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> bytes == null ? null : read(topic, bytes);
  }

  private T read(@Nullable String topic, byte[] bytes) {
    try {
      T value = reader.readValue(bytes);
      if (value == null) {
        throw new SerializationException(
            "the record says null where " + type.getSimpleName() + " belongs");
      }
      return value;
    } catch (JacksonException e) {
      throw new SerializationException(
          "no " + type.getSimpleName() + " in " + topic + ": " + e.getOriginalMessage(), e);
    }
  }
}
