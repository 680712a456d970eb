package io.gistmill.producer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// The archive that the reader is measured on, where it is at hand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceArchiveTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("gistmill.root", "."), "..", "shared", "eval");
  private static final Path ARCHIVE = FOLDER.resolve("posts-dev.md");
  private static final Path GOLD = FOLDER.resolve("gold-dev.jsonl");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Reading reading = new Reading();

  @BeforeAll
  void read() {
    assumeTrue(
        Files.exists(ARCHIVE) && Files.exists(GOLD), "no evaluation data beside the repository");
    reading = Reading.of(ARCHIVE);
  }

  @Test
  void allPostsComeOutAndNothingElse() {
    assertThat(reading.rejects).isEmpty();
    assertThat(reading.posts())
        .extracting(post -> post.origin().ordinal())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 180).boxed().toList());
    assertThat(reading.posts()).extracting(Post::id).doesNotHaveDuplicates();
  }

  @Test
  void datesAreThoseOfTheReadersAndOneIsInferred() throws IOException {
    Map<Long, String> expected = new TreeMap<>();
    for (String line : Files.readAllLines(GOLD)) {
      JsonNode gold = Json.MAPPER.readTree(line);
      expected.put(gold.get("ordinal").longValue(), gold.get("date").stringValue());
    }

    Map<Long, String> dates = new TreeMap<>();
    reading.posts().forEach(post -> dates.put(ordinal(post), Reading.day(post).toString()));

    assertThat(dates).isEqualTo(expected);
    assertThat(
            reading.posts().stream().filter(Post::dateInferred).map(ReferenceArchiveTest::ordinal))
        .containsExactly(13L);
  }

  @Test
  void everyPostHasAnAuthorAndFewHaveQuotesOrNotes() {
    assertThat(reading.posts()).noneMatch(post -> post.author().isBlank());
    assertThat(reading.posts()).noneMatch(post -> post.author().matches(".*\\d{4}-.*|.*@.*|\\d.*"));
    assertThat(reading.posts().stream().filter(post -> post.handle() == null)).hasSize(5);
    assertThat(reading.posts().stream().filter(post -> !post.quoted().isEmpty())).hasSize(12);
    assertThat(reading.posts().stream().mapToInt(post -> post.quoted().size()).sum()).isEqualTo(14);
    assertThat(reading.posts().stream().mapToInt(post -> post.notes().size()).sum()).isEqualTo(3);
  }

  @Test
  void noHeaderLineIsLeftInATextAndNoNote() {
    Pattern header =
        Pattern.compile(
            "(?m)^(.* )?@\\w+ \\d{3,4}-\\d\\d-\\d\\d$|^\\d{4}-\\d\\d-\\d\\d$|^### \\d+|『.*（\\d{4}");
    assertThat(reading.posts()).noneMatch(post -> header.matcher(post.text()).find());
  }

  /// Whatever stands in a block and not in its post is a name, an account, a date, the number of a
  /// note, or the address of a profile.
  @Test
  void noWordIsLost() throws IOException {
    String[] blocks = Files.readString(ARCHIVE).split("(?m)^### \\d+\\s*$");
    for (Post post : reading.posts()) {
      List<String> lost = words(blocks[(int) ordinal(post)].replace("\\", ""));
      words(String.join("\n", kept(post))).forEach(lost::remove);
      words(heads(post)).forEach(lost::remove);
      lost.removeIf(word -> word.matches("\\d{1,4}|月|日|\\d+月\\d+日"));
      assertThat(lost)
          .as("post %s", post.origin().ordinal())
          .hasSizeLessThanOrEqualTo(ordinal(post) == 144 ? 4 : 0);
    }
  }

  private static List<String> kept(Post post) {
    var kept = new ArrayList<>(post.notes());
    kept.add(post.text());
    post.quoted().forEach(quote -> kept.add(quote.text()));
    return kept;
  }

  private static String heads(Post post) {
    var heads = new StringBuilder(post.author() + " " + post.handle());
    for (Quote quote : post.quoted()) {
      heads.append(' ').append(quote.author()).append(' ').append(quote.handle());
    }
    return heads + (ordinal(post) == 13 ? " 2" + post.author() : "");
  }

  private static List<String> words(String text) {
    return new ArrayList<>(WORD.matcher(text).results().map(MatchResult::group).toList());
  }

  private static long ordinal(Post post) {
    Long ordinal = post.origin().ordinal();
    return ordinal == null ? 0 : ordinal;
  }
}
