package io.gistmill.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.domain.Contact.Endpoint.Format;
import io.gistmill.web.AddressGuard;
import io.gistmill.web.NameResolver;
import io.gistmill.web.WebClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Services that answer 200 and mean something else.
@Timeout(60)
class ChatOutcomesTest {

  private final Receiver receiver = new Receiver();

  @AfterEach
  void stop() {
    receiver.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SLACK    | 200 | ok                                  | accepted    |
          SLACK    | 200 | <html>                              | message     |
          SLACK    | 204 |                                     | message     |
          SLACK    | 400 | invalid_blocks                      | message     |
          SLACK    | 404 | no_service                          | suspended   |
          SLACK    | 410 | channel_is_archived                 | suspended   |
          SLACK    | 503 |                                     | destination |
          DISCORD  | 200 | {"id":"1"}                          | accepted    |
          DISCORD  | 204 |                                     | message     |
          DISCORD  | 404 | {"code":10015}                      | suspended   |
          FEISHU   | 200 | {"code":0,"msg":"success"}          | accepted    |
          FEISHU   | 200 | {"StatusCode":0}                    | accepted    |
          FEISHU   | 200 | {"code":11232,"msg":"limited"}      | message     | PT1M
          FEISHU   | 200 | {"code":19001}                      | suspended   |
          FEISHU   | 200 | {"code":19021}                      | suspended   |
          FEISHU   | 200 | {"code":19024}                      | suspended   |
          FEISHU   | 400 | {"code":9499,"msg":"Bad Request"}   | refused     |
          FEISHU   | 200 | {"code":77777}                      | message     |
          FEISHU   | 200 | {"code":99999999999999}             | message     |
          FEISHU   | 200 | {"code":"0"}                        | message     |
          FEISHU   | 200 | <html>                              | message     |
          DINGTALK | 200 | {"errcode":0,"errmsg":"ok"}         | accepted    |
          DINGTALK | 200 | {"errcode":130101}                  | message     | PT10M
          DINGTALK | 200 | {"errcode":300001}                  | suspended   |
          DINGTALK | 200 | {"errcode":310000}                  | suspended   |
          DINGTALK | 200 | {"errcode":460101}                  | refused     |
          DINGTALK | 200 | {"errcode":-1}                      | message     |
          WECOM    | 200 | {"errcode":0,"errmsg":"ok"}         | accepted    |
          WECOM    | 200 | {"errcode":45009}                   | message     | PT1M
          WECOM    | 200 | {"errcode":93000}                   | suspended   |
          WECOM    | 200 | {"errcode":45002}                   | refused     |
          WECOM    | 502 | {"oops":true}                       | destination |
          """)
  void whatAServiceSaysInItsBodyCounts(
      Format format, int status, @Nullable String body, String kind, @Nullable Duration after)
      throws InterruptedException {
    // given
    receiver.answering(status, body == null ? "" : body);

    // when
    Outcome outcome = send(format);

    // then
    assertThat(WebhookTransportTest.kind(outcome)).as(outcome.answer()).isEqualTo(kind);
    assertThat(outcome.answer().lines()).hasSize(1);
    if (outcome instanceof Outcome.Deferred deferred) {
      assertThat(deferred.after()).isEqualTo(after);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, mode = EnumSource.Mode.EXCLUDE, names = "STANDARD")
  void aRoomIsNotShownWhereItsSubscriptionIsChanged(Format format) throws InterruptedException {
    // given
    Message digest = Samples.digest(1);
    Message.Links own = digest.links();
    var lines =
        List.of(
            new Message.Line("Suspended", "Confirm it again.", own.manage(), "notice"),
            new Message.Line("Suspended", "Or end it.", own.unsubscribe(), "notice"),
            Samples.line("A story"));
    receiver.answering(200, "");

    // when
    send(format, Samples.message("Notice", "en", "{}", lines));

    // then
    assertThat(receiver.bodies().getFirst())
        .contains("Suspended", own.web(), "https://social.example/tomas/status/303")
        .doesNotContain("/manage", "/unsubscribe");
  }

  @Test
  void aLimitOfOneRoomConcernsNoOther() throws InterruptedException {
    // given
    receiver.answering(429, Map.of("Retry-After", "30"), body -> "");

    // when
    Outcome outcome = send(Format.SLACK);

    // then
    assertThat(outcome)
        .isEqualTo(
            new Outcome.Deferred(
                "127.0.0.1 answered 429: it was asked too often",
                Duration.ofSeconds(30),
                Outcome.Reach.MESSAGE));
  }

  @Test
  void aRobotThatWantsASignatureSaysHowItGetsOne() throws InterruptedException {
    // given
    receiver.answering(200, "{\"code\":19021,\"msg\":\"sign match fail\"}");

    // when
    Outcome outcome = send(Format.FEISHU);

    // then
    assertThat(outcome.answer())
        .isEqualTo(
            "127.0.0.1 answered with its error 19021: it wants another signature; give the robot's"
                + " key behind a # of its address");
  }

  private Outcome send(Format format) throws InterruptedException {
    return send(format, Samples.digest(2));
  }

  private Outcome send(Format format, Message message) throws InterruptedException {
    var web =
        new WebClient(
            AddressGuard.withPrivate(), NameResolver.ofTheMachine(), WebhookTransport.LIMITS);
    try (var transport =
        new WebhookTransport(web, Samples.SECRETS, InstantSource.fixed(Samples.NOW))) {
      var to = Samples.recipient(Samples.endpoint(receiver.hook(), format));
      return transport.send(message, to);
    }
  }
}
