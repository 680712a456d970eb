package io.gistmill.delivery.webhook;

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

class FeishuFormatTest {

  private static final String URL = "https://open.feishu.example/open-apis/bot/v2/hook/x";

  @Test
  void aDigestIsAPostOfLinksAndTexts() {
    // given
    Line line = Samples.line("检索增强流水线“河狸”开源");
    Message message = Samples.message("每日摘要", "zh", "{}", List.of(line));

    // when
    JsonNode body = Samples.tree(post(message, URL).body());

    // then
    assertThat(body.has("sign")).isFalse();
    assertThat(body.path("msg_type").asString()).isEqualTo("post");
    JsonNode post = body.path("content").path("post").path("zh_cn");
    assertThat(post.path("title").asString()).isEqualTo("每日摘要");
    assertThat(post.path("content").path(0))
        .hasToString(
            "[{\"tag\":\"a\",\"text\":\"检索增强流水线“河狸”开源\","
                + "\"href\":\"https://social.example/tomas/status/303?a=1&b=2\"},"
                + "{\"tag\":\"text\",\"text\":\"\\nThe router is trained first and then frozen."
                + "\\nMixture of experts\"}]");
    assertThat(post.path("content").path(1).path(0).path("text").asString()).isEqualTo("在网页上阅读");
  }

  /// Worked out by other means: Python's HMAC-SHA256 of nothing, by the key of time, line end, key.
  @Test
  void aRobotWithAKeyGetsASignature() {
    // when
    WebPost post = post(Samples.digest(1), URL + "#k3y+/=");

    // then
    JsonNode body = Samples.tree(post.body());
    assertThat(post.address()).hasToString(URL);
    assertThat(body.path("timestamp").asString()).isEqualTo("1741190407");
    assertThat(body.path("sign").asString())
        .isEqualTo("rXJ8jOen+HXXn4Ft3k39y22s2B0rukeUCqWECFnTxf0=");
  }

  @Test
  void hostileWordsAddressNobody() {
    // given
    var hostile = new Line("<at user_id=\"all\">all</at>", "<AT user_id=all>", "file:///etc", "");

    // when
    JsonNode body = Samples.tree(post(Samples.digest(1, hostile), URL).body());

    // then
    JsonNode content = body.path("content").path("post").path("en_us").path("content");
    assertThat(content.path(0).path(0).path("tag").asString()).isEqualTo("text");
    assertThat(content.path(0).path(0).path("text").asString())
        .isEqualTo("1 ＜at user_id=\"all\">all＜/at>");
    assertThat(content.toString()).doesNotContain("<").doesNotContain("file:");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 300})
  void theServicesLimitIsKept(int stories) {
    // given
    var huge = new Line("\"词🦫\\".repeat(900), "\"\\".repeat(9_000), "https://a.example/", "n");

    // when
    WebPost post = post(Samples.digest(stories, huge), URL + "#key");

    // then
    assertThat(post.body()).hasSizeLessThan(20_000);
    JsonNode content =
        Samples.tree(post.body()).path("content").path("post").path("en_us").path("content");
    assertThat(content.size()).isGreaterThan(1);
    int left = stories - (content.size() - 1);
    assertThat(content.path(content.size() - 1).path(0).path("text").asString())
        .isEqualTo(left == 0 ? "Read it on the web" : left + " more on the web");
  }

  private static WebPost post(Message message, String url) {
    return new FeishuFormat().post(Samples.dispatch(message, url, Endpoint.Format.FEISHU));
  }
}
