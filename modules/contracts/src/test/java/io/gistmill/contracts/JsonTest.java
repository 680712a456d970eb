package io.gistmill.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Tick;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

class JsonTest {

  static List<Examples.Example<?>> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatWasWrittenComesBack(Examples.Example<?> example) {
    // given
    byte[] json = Json.MAPPER.writerFor(example.type()).writeValueAsBytes(example.value());

    // when
    Object back = Json.MAPPER.readerFor(example.type()).readValue(json);

    // then
    assertThat(back).isEqualTo(example.value());
  }

  @ParameterizedTest
  @CsvSource({"930000, 0.93", "1000000, 1", "0, 0", "1, 0.000001", "-1500000, -1.5"})
  void fixedNumbersArePlain(long micros, String text) {
    // given
    var share = new StoryPost.TopicShare("rag", new Fixed(micros));

    // when
    String json = Json.MAPPER.writeValueAsString(share);

    // then
    assertThat(json).isEqualTo("{\"topic\":\"rag\",\"confidence\":%s}".formatted(text));
    assertThat(Json.MAPPER.readValue(json, StoryPost.TopicShare.class)).isEqualTo(share);
  }

  @Test
  void subscriptionsReadAsPeopleWriteThem() {
    // given
    var subscription =
        new Subscription(
            "a",
            "b",
            "all",
            new Cadence.Weekly(DayOfWeek.MONDAY, LocalTime.of(8, 0)),
            ZoneId.of("Asia/Shanghai"),
            3);

    // when
    String json = Json.MAPPER.writeValueAsString(subscription);

    // then
    assertThat(json)
        .isEqualTo(
            """
            {"id":"a","subscriber":"b","route":"all",\
            "cadence":{"every":"week","day":"MONDAY","at":"08:00"},\
            "zone":"Asia/Shanghai","maxItems":3,\
            "selection":{"topics":[],"excluded":[],"filter":"",\
            "mutedSources":[],"mutedAuthors":[],"mutedStories":[]},\
            "preferences":{"minutes":0,"sendEmpty":false,"paused":false},"channels":[]}""");
  }

  @Test
  void whatIsMissingIsLeftOut() {
    // given
    var tick = new Tick(Instant.parse("2025-03-03T08:00:00Z"), null, true);
    var origin = new Origin("archive", null);

    // when
    String json = Json.MAPPER.writeValueAsString(List.of(tick, origin));

    // then
    assertThat(json)
        .isEqualTo(
            "[{\"instant\":\"2025-03-03T08:00:00Z\",\"watched\":true},{\"source\":\"archive\"}]");
  }

  @Test
  void constantsAreInLowerCase() {
    // given
    var evidence = new Evidence(Evidence.Part.QUOTED, 1, 2, "词");

    // when
    String json = Json.MAPPER.writeValueAsString(List.of(Language.ZH, evidence));

    // then
    assertThat(json)
        .isEqualTo("[\"zh\",{\"part\":\"quoted\",\"index\":1,\"start\":2,\"text\":\"词\"}]");
  }

  @Test
  void kindsKeepTheirNameInsideLists() {
    // given
    var list = new TypeReference<List<Outcome>>() {};
    List<Outcome> outcomes =
        List.of(
            new Outcome.Failed("far-away@3", "late"), new Outcome.Tagged("taxonomy@1", List.of()));

    // when
    String json = Json.MAPPER.writerFor(list).writeValueAsString(outcomes);

    // then
    assertThat(json).contains("\"outcome\":\"failed\"").contains("\"outcome\":\"tagged\"");
    assertThat(Json.MAPPER.readValue(json, list)).isEqualTo(outcomes);
  }

  /// Half an emoji, cut off by somebody else's program, must not stop a writer.
  @Test
  void halfACharacterIsWrittenAndReadBack() {
    // given
    var origin = new Origin("cut \ud83d off", null);

    // when
    byte[] json = Json.MAPPER.writeValueAsBytes(origin);

    // then
    assertThat(Json.MAPPER.readValue(json, Origin.class)).isEqualTo(origin);
  }

  @Test
  void neitherLocaleNorZoneOfTheMachineIsInIt() {
    // given
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    String here = Json.MAPPER.writeValueAsString(Examples.all());

    // when
    String there;
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      there = Json.MAPPER.writeValueAsString(Examples.all());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }

    // then
    assertThat(there).isEqualTo(here);
  }
}
