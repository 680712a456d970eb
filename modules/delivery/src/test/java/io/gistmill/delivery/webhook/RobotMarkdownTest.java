package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Message.Line;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.web.WebPost;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// DingTalk and WeCom.
class RobotMarkdownTest {

  private static final String DINGTALK = "https://oapi.dingtalk.example/robot/send?access_token=x";
  private static final String WECOM = "https://qyapi.weixin.example/cgi-bin/webhook/send?key=x";

  @Test
  void aDigestIsANumberedListOfLinks() {
    // when
    String content = wecom(Samples.digest(2));

    // then
    assertThat(content)
        .isEqualTo(
            """
            ### Daily digest: RAG, 2025-03-05

            1. **[1 Eight small experts beat one large model](https://social.example/tomas/status/303?a=1&b=2)**
            > The router is trained first and then frozen.
            > Mixture of experts

            2. **[2 Eight small experts beat one large model](https://social.example/tomas/status/303?a=1&b=2)**
            > The router is trained first and then frozen.
            > Mixture of experts

            [Read it on the web](https://news.example.org/digests/wei-rag.20250305T1600Z)""");
  }

  @Test
  void dingtalkGetsTheSameWithATitleAndAddressesNobody() {
    // given
    Message message = Samples.digest(2);

    // when
    JsonNode body = Samples.tree(dingtalk(message, DINGTALK).body());

    // then
    assertThat(body.path("msgtype").asString()).isEqualTo("markdown");
    assertThat(body.path("markdown").path("title").asString()).isEqualTo(message.title());
    assertThat(body.path("markdown").path("text").asString()).isEqualTo(wecom(message));
    assertThat(body.path("at")).hasToString("{\"isAtAll\":false}");
  }

  /// Worked out by other means: Python's HMAC-SHA256.
  @Test
  void aRobotOfDingtalkWithAKeyGetsASignature() {
    // when
    WebPost post = dingtalk(Samples.digest(1), DINGTALK + "#SECabc");

    // then
    assertThat(post.address())
        .hasToString(
            DINGTALK
                + "&timestamp=1741190407000&sign=xRwIBRQzmO6qv6QUlDpcgsoMOOYLspB6agAHEEZu%2F3w%3D");
  }

  @Test
  void hostileWordsBecomeNoMarkup() {
    // given
    var hostile =
        new Line(
            "<@all> [click](https://evil.example) ![x](y) **b** `c`",
            "# head\n> quote @13800000000 <font color=\"warning\">",
            "https://a.example/)(*<@all>",
            "_x_~y~");

    // when
    String content = wecom(Samples.digest(1, hostile));

    // then
    assertThat(content.lines().skip(2).limit(3))
        .containsExactly(
            "1. **[1 ＜＠all＞ ［click］(https://evil.example) !［x］(y) ＊＊b＊＊ ｀c｀]"
                + "(https://a.example/%29%28%2A%3C@all%3E)**",
            "> ＃ head ＞ quote ＠13800000000 ＜font color=\"warning\"＞", "> ＿x＿～y～");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 200})
  void theLimitsAreKept(int stories) {
    // given
    var huge =
        new Line(
            "词🦫[".repeat(900),
            "🦫\"".repeat(9_000),
            "https://a.example/" + "%".repeat(980),
            "词".repeat(900));
    Message message = Samples.digest(stories, huge);

    // when
    String content = wecom(message);
    WebPost post = dingtalk(message, DINGTALK);

    // then
    assertThat(content.getBytes(UTF_8).length).isLessThanOrEqualTo(4_096);
    assertThat(post.body()).hasSizeLessThanOrEqualTo(20_000);
    assertWhole(content, stories);
    assertWhole(Samples.tree(post.body()).path("markdown").path("text").asString(), stories);
  }

  @Test
  void aMessageWithoutStoriesSaysItsText() {
    // given
    Message message = Samples.message("测试", "zh-CN", "{}", List.of());

    // when
    String content = wecom(message);

    // then
    assertThat(content)
        .startsWith("### 测试\n\nAll of it as text.\n\n[打开页面](https://news.example.org/");
  }

  /// Stories stand in it whole, and the rest is counted.
  private static void assertWhole(String content, int stories) {
    int shown = content.split("\n\\d+\\. \\*\\*", -1).length - 1;
    int left = stories - shown;
    assertThat(shown).isPositive();
    assertThat(content)
        .contains(left == 0 ? "\n\n[Read it on the web](" : "\n\n[" + left + " more on the web](")
        .endsWith("1600Z)");
  }

  private static String wecom(Message message) {
    Dispatch dispatch = Samples.dispatch(message, WECOM, Endpoint.Format.WECOM);
    return Samples.tree(new WecomFormat().post(dispatch).body())
        .path("markdown")
        .path("content")
        .asString();
  }

  private static WebPost dingtalk(Message message, String url) {
    return new DingtalkFormat().post(Samples.dispatch(message, url, Endpoint.Format.DINGTALK));
  }
}
