package io.gistmill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.domain.PostEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSerdeTest {

  private static final JsonSerde<PostEvent> POSTS = new JsonSerde<>(PostEvent.class);

  @Test
  void whatWasWrittenComesBack() {
    // given
    PostEvent event =
        new PostEvent.Ticked(new Tick(Instant.parse("2025-03-03T08:00:00Z"), null, true));

    // when
    byte[] bytes = POSTS.serializer().serialize("posts", event);

    // then
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"schema\":\"tick/1\","
                + "\"tick\":{\"instant\":\"2025-03-03T08:00:00Z\",\"watched\":true}}");
    assertThat(POSTS.deserializer().deserialize("posts", bytes)).isEqualTo(event);
  }

  @Test
  void aTombstoneStaysOne() {
    // when
    byte[] bytes = POSTS.serializer().serialize("posts", null);

    // then
    assertThat(bytes).isNull();
    assertThat(POSTS.deserializer().deserialize("posts", null)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | No content",
        "null | says null",
        "[] | Unexpected token",
        "{} | missing type id property 'schema'",
        "{'schema':'posted/9'} | known type ids = [backfilled/1, corrected/1, posted/1",
        "{'schema':'posted/1'} | 'post'",
        "{'schema':'posted/1','post':null} | property \"post\"",
        "{'schema':'tick/1','tick':{'instant':'2025-03-03T08:00:00Z'}} | 'watched'",
        "{'schema':'tick/1','tick':{'instant':'soon','watched':true}} | java.time.Instant",
        "{'schema':'tick/1','tick':{'instant':'2025-03-03T08:01:00Z','watched':true}} | edge",
        "{'schema':'tick/1','tick':{'instant':'2025-03-03T08:00:00Z','watched':true}} x | 'x'",
        "{'schema':'tick/1' | end-of-input"
      })
  void whatCannotBeReadIsNamed(String json, String reason) {
    // given
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    // when, then
    assertThatThrownBy(() -> POSTS.deserializer().deserialize("posts", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("PostEvent")
        .hasMessageContaining(reason);
  }

  @Test
  void bytesThatAreNoTextAreNamed() {
    // given
    byte[] bytes = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};

    // when, then
    assertThatThrownBy(() -> POSTS.deserializer().deserialize("posts", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void aNumberWithoutEndIsRefusedAtOnce() {
    // given
    String json =
        """
        {"schema":"tagged/1","post":{"topics":[{"topic":"rag","confidence":1e999999999,\
        "classifier":"x","evidence":[]}]}}\
        """;

    // when, then
    assertThatThrownBy(
            () ->
                new JsonSerde<>(TaggedEvent.class)
                    .deserializer()
                    .deserialize("tagged", json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("digits before the point");
  }

  @Test
  void aNestWithoutEndIsRefused() {
    // given
    byte[] bytes = new byte[1_000_000];
    Arrays.fill(bytes, (byte) '[');
    byte[] start = "{\"schema\":\"tick/1\",\"x\":".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, bytes, 0, start.length);

    // when, then
    assertThatThrownBy(() -> POSTS.deserializer().deserialize("posts", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("nesting depth");
  }

  @Test
  void aTextWithoutEndIsRefused() {
    // given
    byte[] bytes = new byte[150_000_000];
    Arrays.fill(bytes, (byte) 'a');
    byte[] start = "{\"schema\":\"posted/1\",\"post\":{\"id\":\"".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, bytes, 0, start.length);

    // when, then
    assertThatThrownBy(() -> POSTS.deserializer().deserialize("posts", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("exceeds the maximum");
  }
}
