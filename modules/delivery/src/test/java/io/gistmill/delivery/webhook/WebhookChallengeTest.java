package io.gistmill.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.gistmill.delivery.webhook.WebhookChallenge.Result;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.domain.Contact.Endpoint.Format;
import io.gistmill.web.AddressGuard;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class WebhookChallengeTest {

  private static final String ECHO =
      "answer the post of type webhook.challenge by 200 and the text in its field challenge";

  private final Receiver receiver = new Receiver();

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void aReceiverThatEchoesWantsDigests() throws Exception {
    // given
    receiver.answering(200, Map.of(), WebhookChallengeTest::challenge);

    // when
    Result result = ask(receiver.hook(), Format.STANDARD);

    // then
    assertThat(result).isEqualTo(new Result.Met());
    String body = receiver.bodies().getFirst();
    assertThat(body)
        .matches(
            "\\{\"type\":\"webhook.challenge\",\"challenge\":\"[0-9a-f]{32}\",\"manage\":\"[^\"]+\"}");
    assertThat(EnvelopeTest.violations(body)).isEmpty();
    Map<String, String> headers = receiver.asked().getFirst().headers();
    new Webhook(Samples.SECRETS.secret("wei", 1))
        .verify(
            body,
            Map.of(
                "webhook-id", List.of("challenge." + challenge(body)),
                "webhook-timestamp", List.of(headers.getOrDefault("webhook-timestamp", "")),
                "webhook-signature", List.of(headers.getOrDefault("webhook-signature", ""))));
  }

  @Test
  void itMayEchoAnObject() throws InterruptedException {
    // given
    receiver.answering(
        200, Map.of(), body -> "{\"ok\":true,\"challenge\":\"" + challenge(body) + "\"}\n");

    // when
    Result result = ask(receiver.hook(), Format.STANDARD);

    // then
    assertThat(result).isEqualTo(new Result.Met());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | ok             | 127.0.0.1 answered without the challenge
          200 | {"challenge":1}| 127.0.0.1 answered without the challenge
          404 | echo           | 127.0.0.1 answered 404: there is nothing at this address
          302 | echo           | 127.0.0.1 answered 302: redirects are not followed; give the address to which it leads
          """)
  void aReceiverThatDoesNotEchoIsMissed(int status, String answer, String reason)
      throws InterruptedException {
    // given
    receiver.answering(status, Map.of(), body -> answer.equals("echo") ? challenge(body) : answer);

    // when
    Result result = ask(receiver.hook(), Format.STANDARD);

    // then
    assertThat(result).isEqualTo(new Result.Missed(reason, ECHO));
  }

  @Test
  void eachChallengeIsAnother() throws InterruptedException {
    // given
    receiver.answering(200, "");

    // when
    try (WebhookChallenge challenge = challenges(AddressGuard.withPrivate())) {
      for (int i = 0; i < 3; i++) {
        challenge.ask("wei", endpoint(receiver.hook(), Format.STANDARD), page(), "en");
      }
    }

    // then
    assertThat(receiver.bodies()).hasSize(3).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"STANDARD", "SLACK"})
  void anAddressOfTheOwnNetworkIsNotAsked(Format format) throws InterruptedException {
    // given
    receiver.answering(200, Map.of(), WebhookChallengeTest::challenge);

    // when
    Result result;
    try (WebhookChallenge challenge = challenges(AddressGuard.publicOnly())) {
      result = challenge.ask("wei", endpoint(receiver.hook(), format), page(), "en");
    }

    // then
    assertThat(((Result.Missed) result).reason())
        .isEqualTo("127.0.0.1: 127.0.0.1 is not posted to: it is this machine itself");
    assertThat(receiver.asked()).isEmpty();
  }

  @Test
  void aRoomGetsAMessageInItsLanguage() throws InterruptedException {
    // given
    receiver.answering(200, "{\"errcode\":0}");

    // when
    Result result;
    try (WebhookChallenge challenge = challenges(AddressGuard.withPrivate())) {
      result = challenge.ask("wei", endpoint(receiver.hook(), Format.WECOM), page(), "zh");
    }

    // then
    assertThat(result).isEqualTo(new Result.Met());
    assertThat(receiver.bodies().getFirst())
        .contains("Gistmill 将向此处推送摘要", "这是一条测试消息", "打开页面](" + page());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void whoeverReadsThereGetsNoPageThatIsNotForThem(Format format) throws InterruptedException {
    // given
    receiver.answering(200, "");

    // when
    try (WebhookChallenge challenge = challenges(AddressGuard.withPrivate())) {
      challenge.ask("wei", endpoint(receiver.hook(), format), null, "en");
    }

    // then
    assertThat(receiver.bodies()).hasSize(1);
    assertThat(receiver.bodies().getFirst()).doesNotContain("http", "manage", "page");
  }

  @Test
  void aRoomThatIsNotThereIsMissed() throws InterruptedException {
    // given
    receiver.answering(404, "no_service");

    // when
    Result result = ask(receiver.hook(), Format.SLACK);

    // then
    assertThat(result)
        .isEqualTo(
            new Result.Missed(
                "127.0.0.1 answered 404: this webhook was removed in the chat",
                "copy the whole address from the settings of the room's webhook, and choose its"
                    + " service"));
  }

  @Test
  void whatIsNoAddressIsMissed() throws InterruptedException {
    // when
    Result result = ask(URI.create("mailto:ann@example.org"), Format.STANDARD);

    // then
    assertThat(((Result.Missed) result).reason())
        .isEqualTo("the address cannot be posted to: write it with https://");
  }

  private static Result ask(URI hook, Format format) throws InterruptedException {
    try (WebhookChallenge challenge = challenges(AddressGuard.withPrivate())) {
      return challenge.ask("wei", endpoint(hook, format), page(), "en");
    }
  }

  private static WebhookChallenge challenges(AddressGuard guard) {
    return new WebhookChallenge(
        guard, Samples.SECRETS, InstantSource.system(), new SplittableRandom(7));
  }

  private static Endpoint endpoint(URI hook, Format format) {
    return Samples.endpoint(hook, format);
  }

  private static URI page() {
    return URI.create("https://news.example.org/manage?t=1");
  }

  private static String challenge(String body) {
    return Samples.tree(body).path("challenge").asString();
  }
}
