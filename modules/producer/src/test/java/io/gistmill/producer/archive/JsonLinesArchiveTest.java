package io.gistmill.producer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesArchiveTest {

  @TempDir Path folder;

  private Reading lines(String... lines) {
    return Reading.ofText(folder, "posts.jsonl", String.join("\n", lines) + "\n");
  }

  private static Post sample() {
    return new Post(
        "0123456789abcdef01234567",
        new Origin("feed", 99L),
        "Orla Finch",
        "orlafinch",
        Instant.parse("2024-03-09T08:30:00Z"),
        true,
        "https://tide.example/p/1",
        "Pools",
        "line one\nline two 🐚",
        List.of(new Quote("Reed", "reed", null, "quoted"), new Quote(null, null, null, "")),
        List.of("seen（2024-03-10）"),
        List.of("https://tide.example/a"));
  }

  @Test
  void aPostWrittenByUsComesBackWithAnOriginOfItsOwn() {
    Post post = lines(Json.MAPPER.writeValueAsString(sample())).post(1);

    assertThat(post).usingRecursiveComparison().ignoringFields("origin").isEqualTo(sample());
    assertThat(post.origin()).isEqualTo(new Origin("archive", 1L));
  }

  @Test
  void anOutputLineOfAReplayIsReadBack() {
    Post post =
        lines(
                """
                {"ordinal":7,"id":"abc","published":"2024-03-09T08:30:00Z","dateInferred":false,\
                "author":"Orla Finch","handle":"orlafinch","link":null,"text":"t","quoted":[],"notes":[],\
                "links":[],"language":"en","topics":[{"topic":"rag","confidence":0.93,"classifier":"x@1",\
                "evidence":[]}],"duplicateOf":null,"story":"s","score":0.71,"headline":"h","summary":"s"}""")
            .post(1);

    assertThat(post.id()).isEqualTo("abc");
    assertThat(post.author()).isEqualTo("Orla Finch");
  }

  @Test
  void mostFieldsMayBeMissing() {
    Post post =
        lines("{\"text\":\"see https://tide.example/a.\",\"published\":\"2024-03-09\"}").post(1);

    assertThat(post.id()).matches("[0-9a-f]{24}");
    assertThat(post.author()).isEmpty();
    assertThat(post.links()).containsExactly("https://tide.example/a");
    assertThat(post.published()).isEqualTo(Instant.parse("2024-03-09T04:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-09T08:30:00Z, 2024-03-09T08:30:00Z, false",
    "2024-03-09T08:30:00.123456Z, 2024-03-09T08:30:00.123456Z, false",
    "2024-03-09T16:30:00+08:00, 2024-03-09T08:30:00Z, false",
    "2024-03-09T16:30, 2024-03-09T08:30:00Z, false",
    "2024-03-09 16:30:00, 2024-03-09T08:30:00Z, false",
    "2024-03-09, 2024-03-09T04:00:00Z, false",
    "2024-03-39, 2024-03-08T04:00:00Z, true",
    "1970-03-09T00:00:00Z, 2024-03-09T04:00:00Z, true"
  })
  void datesComeInSeveralForms(String published, Instant expected, boolean inferred) {
    Post post =
        lines(
                "{\"text\":\"a\",\"published\":\"2024-03-08\"}",
                "{\"text\":\"b\",\"published\":\"" + published + "\"}")
            .post(2);

    assertThat(post.published()).isEqualTo(expected);
    assertThat(post.dateInferred()).isEqualTo(inferred);
  }

  @Test
  void thePermalinkDecidesTheIdElseTheContent() {
    Reading reading =
        lines(
            "{\"text\":\"a\",\"published\":\"2024-03-08\",\"link\":\"https://x.com/Orla/status/1?s=20\"}",
            "{\"text\":\"b\",\"published\":\"2024-03-09\",\"link\":\"https://x.com/orla/status/1\"}",
            "{\"text\":\"a\",\"published\":\"2024-03-08\"}",
            "{\"text\":\"a\",\"published\":\"2024-03-08T04:00:00Z\"}");

    assertThat(reading.post(1).id()).isEqualTo(reading.post(2).id());
    assertThat(reading.post(3).id())
        .isEqualTo(reading.post(4).id())
        .isNotEqualTo(reading.post(1).id());
  }

  @Test
  void theSamePostInBothFormatsIsTheSamePost() {
    Path markdown =
        Reading.file(
            folder,
            "a.md",
            "### 1\n\nOrla Finch @orlafinch 2024-03-09\n\nPools are warm.\n"
                .getBytes(StandardCharsets.UTF_8));
    Path json =
        Reading.file(
            folder,
            "b.jsonl",
            "{\"author\":\"Orla Finch\",\"handle\":\"@orlafinch\",\"published\":\"2024-03-09\",\"text\":\"Pools are warm.\"}"
                .getBytes(StandardCharsets.UTF_8));

    Reading reading = Reading.of(markdown, json);

    assertThat(reading.post(1).id()).isEqualTo(reading.post(2).id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\":\"a\"|not sound JSON",
        "nonsense|not sound JSON",
        "[1,2]|no object",
        "\"text\"|no object",
        "{}|no text, no link and no title",
        "{\"text\":\" \"}|no text, no link and no title",
        "{\"text\":5}|text is no text",
        "{\"text\":\"a\",\"published\":1700000000}|published is no text",
        "{\"text\":\"a\",\"published\":\"soon\"}|published is no date: soon",
        "{\"text\":\"a\",\"quoted\":{}}|quoted is no list",
        "{\"text\":\"a\",\"quoted\":[1]}|quoted holds something",
        "{\"text\":\"a\",\"links\":[1]}|links holds something",
        "{\"text\":\"a\",\"dateInferred\":\"no\"}|dateInferred is neither"
      })
  void brokenLinesAreRejectsWithLineAndReason(String broken, String reason) {
    String sound = "{\"text\":\"fine\",\"published\":\"2024-03-09\"}";

    Reading reading = lines(sound, "", broken, sound);

    assertThat(reading.posts()).extracting(post -> post.origin().ordinal()).containsExactly(1L, 3L);
    assertThat(reading.rejects).hasSize(1);
    assertThat(reading.rejects.getFirst().line()).isEqualTo(3);
    assertThat(reading.rejects.getFirst().reason()).contains(reason);
  }

  @Test
  void deepAndHugeJsonIsARejectAndNoCrash() {
    String deep = "{\"text\":\"a\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    String number = "{\"text\":\"a\",\"x\":" + "9".repeat(200_000) + "}";

    Reading reading = lines(deep, number, "{\"text\":\"fine\",\"published\":\"2024-03-09\"}");

    assertThat(reading.posts()).hasSize(1);
    assertThat(reading.rejects).hasSize(2);
    assertThat(reading.rejects)
        .allSatisfy(reject -> assertThat(reject.excerpt()).hasSizeLessThanOrEqualTo(200));
  }

  @Test
  void oneJsonArrayIsRefusedWithTheMend() {
    Reading reading = lines("[{\"text\":\"a\"}]");

    assertThat(reading.results.getFirst().failureReason()).contains("one JSON array", "jq");
  }
}
