package io.gistmill.launcher;

import static java.util.stream.Collectors.counting;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// One replay of the samples, looked at from all sides.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplesTest {

  private static final List<String> FIELDS =
      List.of(
          "ordinal",
          "id",
          "published",
          "dateInferred",
          "author",
          "handle",
          "link",
          "text",
          "quoted",
          "notes",
          "links",
          "language",
          "topics",
          "duplicateOf",
          "story",
          "score",
          "headline",
          "summary");

  private Path out = Path.of("");
  private CommandRun run = new CommandRun(-1, "", "");
  private List<JsonNode> posts = List.of();

  @BeforeAll
  void replay(@TempDir Path temp) throws IOException {
    Path samples = CommandRun.samples();
    out = temp.resolve("out");
    run =
        CommandRun.of(
            "replay", samples.resolve("posts.md"), samples.resolve("posts.jsonl"), "--out", out);
    posts = lines(out.resolve("posts.jsonl"));
  }

  @Test
  void summaryIsAllThatStandardOutputHolds() {
    List<String> lines = run.out().lines().toList();

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(lines.getFirst()).matches("\\d+ in = \\d+ posts \\+ \\d+ duplicates \\+ 0 rejects");
    assertThat(lines.get(1)).matches("\\d+ of the posts are later versions of another");
    assertThat(lines.subList(2, lines.size() - 1))
        .allMatch(line -> line.matches(" +[a-z]+ +\\d+ \\w+ +[\\d.]+ s +\\d+ \\w+/s"));
    assertThat(lines.getLast()).matches("\\d+ digests in .*");
  }

  @Test
  void standardErrorHoldsProgressAlone() {
    assertThat(run.complaints()).isEmpty();
    assertThat(run.err()).contains("Reading 100%", "Digesting 100%");
  }

  @Test
  void everyPostIsCounted() {
    long duplicates = posts.stream().filter(post -> !post.get("duplicateOf").isNull()).count();

    assertThat(run.out())
        .startsWith(
            posts.size()
                + " in = "
                + (posts.size() - duplicates)
                + " posts + "
                + duplicates
                + " duplicates + 0 rejects");
    assertThat(posts).hasSizeGreaterThanOrEqualTo(160);
    assertThat(posts)
        .extracting(post -> post.get("ordinal").asLong())
        .isEqualTo(Stream.iterate(1L, i -> i + 1).limit(posts.size()).toList());
    assertThat(out.resolve("rejects.jsonl")).isEmptyFile();
  }

  @Test
  void everyLineHasTheSameFieldsInTheSameOrder() {
    assertThat(posts)
        .allSatisfy(
            post -> {
              List<String> names = new ArrayList<>(post.propertyNames());
              names.remove("title");
              assertThat(names).isEqualTo(FIELDS);
            });
  }

  @Test
  void duplicateRepeatsItsOriginal() {
    JsonNode duplicate =
        posts.stream().filter(post -> !post.get("duplicateOf").isNull()).findFirst().orElseThrow();

    JsonNode original = posts.get(Math.toIntExact(duplicate.get("duplicateOf").asLong()) - 1);

    assertThat(
            FIELDS.stream().filter(name -> !name.equals("ordinal") && !name.equals("duplicateOf")))
        .allSatisfy(name -> assertThat(duplicate.get(name)).isEqualTo(original.get(name)));
  }

  @Test
  void everyDayAndWeekHasADigestOfAllInFourForms() {
    Stream<Path> folders =
        posts.stream()
            .map(post -> Instant.parse(post.get("published").asString()))
            .map(instant -> instant.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate())
            .distinct()
            .map(day -> out.resolve("digests/daily").resolve(day.toString()));

    assertThat(Stream.concat(folders, Stream.of(out.resolve("digests/weekly/2025-W10"))))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            folder ->
                assertThat(folder)
                    .isDirectoryContaining("glob:**/all.json")
                    .isDirectoryContaining("glob:**/all.md")
                    .isDirectoryContaining("glob:**/all.html")
                    .isDirectoryContaining("glob:**/all.txt"));
  }

  @Test
  void digestsListStoriesWithHeadlineSummaryAndOrdinals() throws IOException {
    JsonNode digest = json(out.resolve("digests/weekly/2025-W10/all.json"));

    assertThat(digest.get("stories").size()).isGreaterThan(5);
    assertThat(digest.get("stories"))
        .allSatisfy(
            story -> {
              assertThat(story.get("headline").asString()).isNotBlank();
              assertThat(story.get("summary").isString()).isTrue();
              assertThat(story.get("ordinals").size()).isPositive();
              assertThat(story.get("ordinals"))
                  .allSatisfy(ordinal -> assertThat(ordinal.asInt()).isBetween(1, posts.size()));
            });
  }

  @Test
  void topicsAreCalledByTheirNames() throws IOException {
    String page =
        Files.readString(out.resolve("digests/weekly/2025-W10/rag.md"), StandardCharsets.UTF_8);

    assertThat(page).contains("Weekly digest: Retrieval augmented generation");
  }

  @Test
  void everyDayOfFourWeeksHasSomethingToShow() {
    Map<LocalDate, Long> days =
        originals().stream().collect(Collectors.groupingBy(SamplesTest::day, counting()));

    assertThat(days.keySet())
        .containsExactlyInAnyOrderElementsOf(
            LocalDate.of(2025, 3, 3).datesUntil(LocalDate.of(2025, 3, 31)).toList());
    assertThat(days).allSatisfy((day, posts) -> assertThat(posts).isGreaterThanOrEqualTo(4));
  }

  @Test
  void everyTopicIsWrittenAboutInTwoLanguages() {
    Map<String, List<String>> languages =
        originals().stream()
            .flatMap(
                post ->
                    post.get("topics")
                        .valueStream()
                        .map(
                            topic ->
                                Map.entry(
                                    topic.get("topic").asString(),
                                    post.get("language").asString())))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

    assertThat(languages).hasSize(26);
    assertThat(languages)
        .allSatisfy(
            (topic, spoken) -> assertThat(spoken).hasSizeGreaterThan(4).contains("zh", "en"));
  }

  @Test
  void manyStoriesAreToldInTwoLanguages() {
    Map<String, Set<String>> stories =
        originals().stream()
            .collect(
                Collectors.groupingBy(
                    post -> post.get("story").asString(),
                    Collectors.mapping(
                        post -> post.get("language").asString(), Collectors.toSet())));

    assertThat(stories.values())
        .filteredOn(languages -> languages.containsAll(List.of("zh", "en")))
        .hasSizeGreaterThanOrEqualTo(12);
  }

  /// One post brings everything that a page must not take at its word.
  @Test
  void hostilePostHarmsNoPage() throws IOException {
    Path folder = out.resolve("digests/daily/2025-03-29");

    String page = Files.readString(folder.resolve("all.html"), StandardCharsets.UTF_8);
    String text = Files.readString(folder.resolve("all.txt"), StandardCharsets.UTF_8);

    assertThat(page).contains("Mallory &lt;b").doesNotContainIgnoringCase("<script", "<svg/");
    assertThat(page).doesNotContainPattern("(?i)(href|src)=.?(javascript|data):");
    assertThat(page + text)
        .doesNotContainPattern("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]");
  }

  /// Without repeats.
  private List<JsonNode> originals() {
    return posts.stream().filter(post -> post.get("duplicateOf").isNull()).toList();
  }

  private static LocalDate day(JsonNode post) {
    return Instant.parse(post.get("published").asString())
        .atZone(ZoneId.of("Asia/Shanghai"))
        .toLocalDate();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .map(Json.MAPPER::readTree)
        .toList();
  }

  private static JsonNode json(Path file) throws IOException {
    return Json.MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
  }
}
