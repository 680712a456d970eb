package io.gistmill.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Message.Line;
import io.gistmill.domain.Contact.Endpoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SlackFormatTest {

  @Test
  void aDigestIsAHeaderItsStoriesAndTheWayOn() {
    // when
    JsonNode body = body(Samples.digest(2));

    // then
    List<JsonNode> blocks = blocks(body);
    assertThat(blocks).hasSize(4);
    assertThat(blocks.getFirst().path("text").path("text").asString())
        .isEqualTo("Daily digest: RAG, 2025-03-05");
    assertThat(markup(blocks.get(1)))
        .isEqualTo(
            """
            *<https://social.example/tomas/status/303?a=1&amp;b=2|1 Eight small experts beat one large model>*
            The router is trained first and then frozen.
            Mixture of experts""");
    assertThat(markup(blocks.getLast()))
        .isEqualTo("<https://news.example.org/digests/wei-rag.20250305T1600Z|Read it on the web>");
    assertThat(body.path("unfurl_links").asBoolean()).isFalse();
  }

  @Test
  void hostileWordsAddressNobodyAndLinkNowhere() {
    // given
    var hostile =
        new Line(
            "<!channel> <@U123> <https://evil.example|click> & more",
            "first line\n*<!here>* > quote",
            "javascript:alert(1)",
            "<!everyone>");

    // when
    String markup = markup(blocks(body(Samples.digest(1, hostile))).get(1));

    // then
    assertThat(markup).doesNotContain("<").doesNotContain(">");
    assertThat(markup)
        .isEqualTo(
            """
            *1 &lt;!channel&gt; &lt;@U123&gt; &lt;https://evil.example|click&gt; &amp; more*
            first line *&lt;!here&gt;* &gt; quote
            &lt;!everyone&gt;""");
  }

  @Test
  void aLinkCannotEndItsOwnMarkup() {
    // given
    var hostile = new Line("Headline", "", "https://evil.example/|x>*<!channel>", "");

    // when
    String markup = markup(blocks(body(Samples.digest(1, hostile))).get(1));

    // then
    assertThat(markup).isEqualTo("*<https://evil.example/%7Cx%3E%2A%3C!channel%3E|1 Headline>*");
  }

  @Test
  void theServicesLimitsAreKept() {
    // given
    var huge =
        new Line("&<词🦫".repeat(2_000), "<&>".repeat(9_000), "https://a.example/", "&".repeat(900));
    Message message = Samples.digest(90, huge);

    // when
    JsonNode body = body(message);

    // then
    assertThat(blocks(body)).hasSize(50);
    assertThat(blocks(body).subList(1, 50))
        .allSatisfy(
            block -> {
              assertThat(markup(block).length()).isLessThanOrEqualTo(3_000);
              assertThat(block.path("text").path("verbatim").asBoolean()).isTrue();
              assertThat(markup(block).replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
            });
    assertThat(markup(blocks(body).getLast())).endsWith("|42 more on the web>");
  }

  @Test
  void aLongTitleIsCutAndATextStandsWhereNoStoriesAre() {
    // given
    Message message = Samples.message("t".repeat(999), "en", "{}", List.of());

    // when
    List<JsonNode> blocks = blocks(body(message));

    // then
    assertThat(blocks.getFirst().path("text").path("text").asString()).hasSize(150).endsWith("…");
    assertThat(markup(blocks.get(1))).isEqualTo("All of it as text.");
  }

  private static JsonNode body(Message message) {
    String url = "https://hooks.example.com/services/T/B/x";
    return Samples.tree(
        new SlackFormat().post(Samples.dispatch(message, url, Endpoint.Format.SLACK)).body());
  }

  private static List<JsonNode> blocks(JsonNode body) {
    return body.path("blocks").values().stream().toList();
  }

  private static String markup(JsonNode block) {
    return block.path("text").path("text").asString();
  }
}
