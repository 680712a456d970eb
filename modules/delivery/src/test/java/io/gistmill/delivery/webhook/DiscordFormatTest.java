package io.gistmill.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Message.Line;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.web.WebPost;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DiscordFormatTest {

  private static final String URL = "https://chat.example/api/webhooks/1/x";

  @Test
  void eachStoryIsAnEmbed() {
    // when
    JsonNode body = body(Samples.digest(2));

    // then
    assertThat(body.path("content").asString())
        .isEqualTo(
            """
            **Daily digest\\: RAG, 2025\\-03\\-05**
            [Read it on the web](<https://news.example.org/digests/wei-rag.20250305T1600Z>)""");
    assertThat(body.path("embeds").size()).isEqualTo(2);
    JsonNode embed = body.path("embeds").path(0);
    assertThat(embed.path("title").asString())
        .isEqualTo("1 Eight small experts beat one large model");
    assertThat(embed.path("url").asString())
        .isEqualTo("https://social.example/tomas/status/303?a=1&b=2");
    assertThat(embed.path("description").asString())
        .isEqualTo("The router is trained first and then frozen.");
    assertThat(embed.path("footer").path("text").asString()).isEqualTo("Mixture of experts");
  }

  @Test
  void hostileWordsAddressNobodyAndLinkNowhere() {
    // given
    var hostile =
        new Line("@everyone [click](https://evil.example) <@1> # `x`", "*_~||", "data:x", "");

    // when
    JsonNode body = body(Samples.digest(1, hostile));

    // then
    assertThat(body.path("allowed_mentions").path("parse").isArray()).isTrue();
    assertThat(body.path("allowed_mentions").path("parse").size()).isZero();
    JsonNode embed = body.path("embeds").path(0);
    assertThat(embed.path("title").asString())
        .isEqualTo("1 \\@everyone \\[click\\]\\(https\\://evil.example\\) \\<\\@1\\> \\# \\`x\\`");
    assertThat(embed.path("description").asString()).isEqualTo("\\*\\_\\~\\|\\|");
    assertThat(embed.has("url")).isFalse();
    assertThat(embed.has("footer")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1", "10", "11", "40"})
  void theServicesLimitsAreKept(int stories) {
    // given
    var huge =
        new Line("*词🦫".repeat(900), "_🦫".repeat(9_000), "https://a.example/", "n".repeat(999));

    // when
    JsonNode body = body(Samples.digest(stories, huge));

    // then
    List<JsonNode> embeds = body.path("embeds").values().stream().toList();
    assertThat(embeds).hasSizeBetween(1, 10);
    assertThat(embeds)
        .allSatisfy(
            embed -> {
              assertThat(embed.path("title").asString().length()).isLessThanOrEqualTo(256);
              assertThat(embed.path("description").asString().length()).isLessThanOrEqualTo(4_096);
            });
    assertThat(embeds.stream().mapToInt(DiscordFormatTest::size).sum()).isLessThanOrEqualTo(6_000);
    assertThat(body.path("content").asString().length()).isLessThanOrEqualTo(2_000);
    int left = stories - embeds.size();
    assertThat(body.path("content").asString())
        .contains(left == 0 ? "Read it on the web" : left + " more on the web");
  }

  @Test
  void shortStoriesFillAllEmbeds() {
    // when
    JsonNode body = body(Samples.digest(12));

    // then
    assertThat(body.path("embeds").size()).isEqualTo(10);
    assertThat(body.path("content").asString()).contains("2 more on the web");
  }

  @ParameterizedTest
  @CsvSource({
    "https://chat.example/x, https://chat.example/x?wait=true",
    "https://chat.example/x?thread_id=7, https://chat.example/x?thread_id=7&wait=true",
    "https://chat.example/x?wait=false, https://chat.example/x?wait=true",
    "https://chat.example/x?wait=0&thread_id=7, https://chat.example/x?thread_id=7&wait=true",
    "https://chat.example/x?thread_id=7&wait=true, https://chat.example/x?thread_id=7&wait=true"
  })
  void theServiceIsAskedToSayWhatIsWrong(String typed, String posted) {
    // given
    Dispatch dispatch = Samples.dispatch(Samples.digest(1), typed, Endpoint.Format.DISCORD);

    // when
    WebPost post = new DiscordFormat().post(dispatch);

    // then
    assertThat(post.address()).hasToString(posted);
  }

  private static int size(JsonNode embed) {
    return embed.path("title").asString().length()
        + embed.path("description").asString().length()
        + embed.path("footer").path("text").asString().length();
  }

  private static JsonNode body(Message message) {
    Dispatch dispatch = Samples.dispatch(message, URL, Endpoint.Format.DISCORD);
    return Samples.tree(new DiscordFormat().post(dispatch).body());
  }
}
