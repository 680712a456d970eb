package io.gistmill.classifier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.Usage;
import io.gistmill.classifier.api.summary.Draft;
import io.gistmill.classifier.api.summary.Summariser;
import io.gistmill.classifier.api.summary.SummariserEngine;
import io.gistmill.classifier.tck.Posts;
import io.gistmill.domain.Language;
import io.gistmill.domain.Post;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class ChatSummariserTest {

  private static final Post BEES = Posts.text("Bees fly home before the rain.");
  private static final String SUMMARY =
      """
      {"headline":"Bees fly home","sentences":["Bees fly home before the rain.","They are dry."]}
      """;
  private static final Draft WRITTEN =
      new Draft.Written(
          "Bees fly home", List.of("Bees fly home before the rain.", "They are dry."));

  @TempDir private Path folder;

  @Test
  void theEngineIsFoundOnTheClassPath() {
    assertThat(ServiceLoader.load(SummariserEngine.class))
        .extracting(SummariserEngine::kind)
        .containsExactly("chat");
  }

  @Test
  void theModelIsAskedForAHeadlineAndSentencesInTheLanguageOfThePost() {
    try (var service = new StandIn(SUMMARY);
        Summariser summariser = service.summariser("instructions: Be dry.\n", folder).create()) {

      // when
      Draft draft = summariser.summarise(BEES, Language.EN);

      // then
      assertThat(draft).isEqualTo(WRITTEN);
      JsonNode request = service.requests().getFirst();
      assertThat(request.at("/messages/0/content").asString())
          .contains("one or two whole sentences")
          .endsWith("Be dry.\n");
      JsonNode sent = JsonMapper.shared().readTree(request.at("/messages/1/content").asString());
      assertThat(sent.path("text").asString()).isEqualTo(BEES.text());
      assertThat(sent.path("language").asString()).isEqualTo("English");
      JsonNode schema = request.at("/response_format/json_schema");
      assertThat(schema.path("strict").asBoolean()).isTrue();
      assertThat(schema.at("/schema/required").valueStream().map(JsonNode::asString))
          .containsExactly("headline", "sentences");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bees fly home. | no JSON",
        "{\"headline\":\"Bees\"} | without a list of sentences",
        "{\"headline\":\"Bees\",\"sentences\":[]} | without a list of sentences",
        "{\"headline\":\"Bees\",\"sentences\":\"Bees fly.\"} | without a list of sentences",
      })
  void nonsenseIsAFailureAndIsNotKept(String answer, String reason) {
    try (var service = new StandIn(answer);
        Summariser summariser = service.summariser("", folder).create()) {

      // when
      Draft first = summariser.summarise(BEES, Language.EN);
      summariser.summarise(BEES, Language.EN);

      // then
      assertThat(reason(first)).contains(reason);
      assertThat(service.requests()).hasSize(2);
    }
  }

  @Test
  void theSamePostIsPaidForOnceEvenAfterARestart() {
    try (var service = new StandIn(SUMMARY)) {
      for (int i = 0; i < 2; i++) {
        try (Summariser summariser = service.summariser("state: state\n", folder).create()) {
          assertThat(summariser.summarise(BEES, Language.EN)).isEqualTo(WRITTEN);
        }
      }

      assertThat(service.requests()).hasSize(1);
    }
  }

  @Test
  void whatWasSpentAndTheLimitAreTold() {
    try (var service = new StandIn(SUMMARY);
        Summariser summariser = service.summariser("", folder).create()) {

      // when
      summariser.summarise(BEES, Language.EN);

      // then
      assertThat(summariser.usage())
          .containsExactly(new Usage("tokens", 120, OptionalDouble.of(500_000)));
    }
  }

  @Test
  void beyondTheTokensOfADayNothingIsSent() {
    // given: room for one post, whose answer took less than was set aside
    String limits = "tokens-per-day: 4000\ncache: 0\n";
    try (var service = new StandIn(SUMMARY);
        Summariser summariser = service.summariser(limits, folder).create()) {
      int asked = 0;
      Draft last = summariser.summarise(BEES, Language.EN);

      // when
      while (last instanceof Draft.Written && asked++ < 100) {
        last = summariser.summarise(BEES, Language.EN);
      }

      // then
      assertThat(reason(last)).contains("limit of the day").contains("of 4000 tokens-per-day");
      assertThat(service.requests()).isNotEmpty();

      // and: the next day begins anew
      service.setNow("2025-03-06T00:00:00Z");
      assertThat(summariser.summarise(BEES, Language.EN)).isEqualTo(WRITTEN);
    }
  }

  @Test
  void beyondTheRequestsOfAMinuteNothingIsSentAndNobodyWaits() {
    try (var service = new StandIn(SUMMARY);
        Summariser summariser =
            service.summariser("requests-per-minute: 1\ncache: 0\n", folder).create()) {
      summariser.summarise(BEES, Language.EN);

      // when
      Draft second = summariser.summarise(BEES, Language.EN);

      // then
      assertThat(reason(second)).contains("limit of requests-per-minute");
      assertThat(service.requests()).hasSize(1);
    }
  }

  @Test
  void aClassifierThatNamesTheSameStateSharesTheLimits() {
    String limits = "tokens-per-day: 4000\ncache: 0\nstate: state\n";
    try (var service = new StandIn(StandIn.BEES);
        Classifier classifier =
            service.factory(limits + "max-output-tokens: 50\n", folder).create();
        Summariser summariser = service.summariser(limits, folder).create()) {
      for (int i = 0; i < 40; i++) {
        classifier.classify(List.of(BEES));
      }
      int spent = service.requests().size();

      // when
      Draft draft = summariser.summarise(BEES, Language.EN);

      // then
      assertThat(reason(draft)).contains("limit of the day");
      assertThat(service.requests()).hasSize(spent);
    }
  }

  @Test
  void errorsOfTheServiceAreFailuresWithTheMend() {
    try (var service = new StandIn(SUMMARY).failing(401, "{}");
        Summariser summariser = service.summariser("", folder).create()) {

      assertThat(reason(summariser.summarise(BEES, Language.EN)))
          .contains("does not accept the key");
    }
  }

  @Test
  void theVersionChangesWithWhatTheModelIsTold() {
    try (var service = new StandIn(SUMMARY)) {
      String version = service.summariser("", folder).version();

      assertThat(service.summariser("time-limit: 3\n", folder).version()).isEqualTo(version);
      assertThat(service.summariser("instructions: Be dry.\n", folder).version())
          .isNotEqualTo(version);
    }
  }

  @Test
  void allMistakesOfTheSettingsAreToldAtOnce() {
    String settings = "engine: chat\nurl: nowhere\ntopics: {bees: Bees}\nmax-chars: 1\n";

    assertThatThrownBy(() -> new ChatSummariserEngine().factory(settings, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("url", "model", "topics: unknown", "max-chars");
  }

  private static String reason(Draft draft) {
    return switch (draft) {
      case Draft.Failed(String reason) -> reason;
      case Draft.Written written -> throw new AssertionError("it did not fail: " + written);
    };
  }
}
