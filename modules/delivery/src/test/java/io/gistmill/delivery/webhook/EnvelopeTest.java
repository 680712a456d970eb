package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gistmill.delivery.Message;
import io.gistmill.delivery.Message.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EnvelopeTest {

  @Test
  void aDigestThatFitsIsWhole() throws IOException {
    // given
    Message message = Samples.digest(5);

    // when
    String payload = Envelope.of(message, Samples.NOW);

    // then
    JsonNode envelope = Samples.tree(payload);
    assertThat(envelope.path("type").asString()).isEqualTo("digest.made");
    assertThat(envelope.path("timestamp").asString()).isEqualTo("2025-03-05T16:00:00Z");
    JsonNode data = envelope.path("data");
    assertThat(data.path("stories").size()).isEqualTo(5);
    assertThat(data.path("stories").path(0).path("score").asString()).isEqualTo("0.81");
    assertThat(data.path("more").asInt()).isEqualTo(3);
    assertThat(data.path("url").asString()).isEqualTo(message.links().web());
    assertThat(violations(payload)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 60, 99, 100, 101, 250})
  void storiesAreLeftOutFromTheEndUntilItFits(int stories) throws IOException {
    // given
    var like = new Line("A headline — 标题 \"quoted\" \\ 🦫", "词".repeat(90), null, "");

    // when
    String payload = Envelope.of(Samples.digest(stories, like), Samples.NOW);

    // then
    assertThat(payload.getBytes(UTF_8)).hasSizeLessThan(20_000);
    JsonNode data = Samples.tree(payload).path("data");
    int kept = data.path("stories").size();
    assertThat(data.path("more").asInt()).isEqualTo(3 + stories - kept);
    for (int i = 0; i < kept; i++) {
      JsonNode story = data.path("stories").path(i);
      assertThat(story.path("rank").asInt()).isEqualTo(i + 1);
      assertThat(story.path("headline").asString()).isEqualTo((i + 1) + " " + like.headline());
      assertThat(story.path("summary").asString()).isEqualTo(like.summary());
    }
    assertThat(violations(payload)).isEmpty();
  }

  @Test
  void asManyStoriesAreKeptAsFit() {
    // given
    Message message = Samples.digest(500);

    // when
    String payload = Envelope.of(message, Samples.NOW);

    // then
    int story = Trees.bytes(Samples.tree(payload).path("data").path("stories").path(0));
    assertThat(payload.getBytes(UTF_8)).hasSizeBetween(19_900 - story, 19_999);
  }

  @Test
  void numbersKeepTheirDigits() {
    // given
    String json =
        "{\"stories\":[{\"story\":\"s1\",\"rank\":1,\"score\":10.0},{\"score\":0.000001}]}";

    // when
    String payload = Envelope.of(Samples.message("Title", "en", json, List.of()), Samples.NOW);

    // then
    assertThat(payload).contains("\"score\":10.0}", "\"score\":0.000001}");
  }

  @Test
  void aStoryLargerThanAllRoomIsLeftOutWhole() throws IOException {
    // given
    var huge = new Line("Headline", "词🦫".repeat(20_000), null, "");

    // when
    String payload = Envelope.of(Samples.digest(2, huge), Samples.NOW);

    // then
    JsonNode data = Samples.tree(payload).path("data");
    assertThat(data.path("stories").size()).isZero();
    assertThat(data.path("more").asInt()).isEqualTo(5);
    assertThat(payload.getBytes(UTF_8)).hasSizeLessThan(1_000);
    assertThat(violations(payload)).isEmpty();
  }

  @Test
  void aTitleLargerThanAllRoomLeavesTheId() throws IOException {
    // given
    String json =
        Trees.text(
            Trees.object()
                .put("title", "x".repeat(30_000))
                .put("cut", "2025-03-05T16:00:00Z")
                .set(
                    "stories",
                    Samples.tree(Samples.json(Samples.digest(2).lines())).path("stories")));

    // when
    String payload = Envelope.of(Samples.message("Title", "en", json, List.of()), Samples.NOW);

    // then
    JsonNode data = Samples.tree(payload).path("data");
    assertThat(data.path("id").asString()).isEqualTo("wei-rag.20250305T1600Z");
    assertThat(data.path("stories").size()).isEqualTo(2);
    assertThat(violations(payload)).isEmpty();
  }

  @Test
  void whatIsNoDigestIsANotice() throws IOException {
    // given
    Message message =
        Samples.message("Title", "en", "{\"title\":\"Your address was suspended\"}", List.of());

    // when
    String payload = Envelope.of(message, Samples.NOW);

    // then
    assertThat(payload)
        .startsWith(
            "{\"type\":\"notice.made\",\"timestamp\":\"2025-03-05T16:00:07Z\",\"data\":"
                + "{\"title\":\"Your address was suspended\",\"url\":");
    assertThat(violations(payload)).isEmpty();
  }

  @Test
  void aNoticeMayNameItsTime() {
    // given
    String json = "{\"since\":\"2025-03-05T16:00:01Z\"}";

    // when
    String payload = Envelope.of(Samples.message("Title", "en", json, List.of()), Samples.NOW);

    // then
    assertThat(payload).contains("\"timestamp\":\"2025-03-05T16:00:01Z\"");
  }

  @Test
  void everyTryHasTheSameBody() {
    // given
    Message message = Samples.digest(3);

    // when
    String later = Envelope.of(message, Samples.NOW.plusSeconds(300));

    // then
    assertThat(later).isEqualTo(Envelope.of(message, Samples.NOW));
  }

  static List<?> violations(String payload) throws IOException {
    String text =
        Files.readString(
            Path.of(System.getProperty("gistmill.root", "."), "docs/reference/webhook.schema.json"),
            UTF_8);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);
    return schema.validate(payload, InputFormat.JSON);
  }
}
