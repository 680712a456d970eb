package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Origin;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.TaggedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReplayedPostsTest {

  @TempDir Path temp;
  private ReplayedPosts posts;

  @BeforeEach
  void open() throws IOException {
    posts = new ReplayedPosts(temp);
  }

  @AfterEach
  void close() throws IOException {
    posts.close();
  }

  @Test
  void linesStandInTheOrderOfTheArchive() throws IOException {
    tag("b", 2, 1, "second");
    tell("sb", 0, Given.told("b", 2, 1, "B"));
    tag("a", 1, 1, "first");
    tell("sa", 0, Given.told("a", 1, 1, "A"));

    List<JsonNode> lines = written();

    assertThat(lines).extracting(line -> line.get("id").asString()).containsExactly("a", "b");
    assertThat(lines).extracting(line -> line.get("headline").asString()).containsExactly("A", "B");
    assertThat(lines).allMatch(line -> line.get("duplicateOf").isNull());
  }

  @Test
  void duplicateCarriesTheFieldsOfItsOriginal() throws IOException {
    tag("a", 1, 1, "text");
    tell("sa", 0, Given.told("a", 1, 1, "A"));
    repeat("a", 2);

    JsonNode duplicate = written().getLast();

    assertThat(duplicate.get("ordinal").asLong()).isEqualTo(2);
    assertThat(duplicate.get("duplicateOf").asLong()).isEqualTo(1);
    assertThat(duplicate.get("id").asString()).isEqualTo("a");
    assertThat(duplicate.get("text").asString()).isEqualTo("text");
    assertThat(duplicate.get("story").asString()).isEqualTo("sa");
    assertThat(posts.posts()).isEqualTo(1);
    assertThat(posts.duplicates()).isEqualTo(1);
  }

  @Test
  void duplicateOfAnEditCarriesTheFieldsOfTheEdit() throws IOException {
    tag("a", 1, 1, "before");
    tell("sa", 0, Given.told("a", 1, 1, "A"));
    tag("a", 2, 2, "after");
    tell("sa", 1, Given.told("a", 2, 2, "A after"));
    repeat("a", 3);

    List<JsonNode> lines = written();

    assertThat(lines)
        .extracting(line -> line.get("text").asString())
        .containsExactly("before", "after", "after");
    assertThat(lines)
        .extracting(line -> line.get("headline").asString())
        .containsExactly("A", "A after", "A after");
    assertThat(lines.getLast().get("duplicateOf").asLong()).isEqualTo(2);
    assertThat(posts.edits()).isEqualTo(1);
  }

  @Test
  void versionEditedBeforeItWasToldIsToldByTheEdit() throws IOException {
    tag("a", 1, 1, "before");
    tag("a", 2, 2, "after");
    tell("sa", 0, Given.told("a", 2, 2, "A after"));

    JsonNode first = written().getFirst();

    assertThat(first.get("text").asString()).isEqualTo("before");
    assertThat(first.get("headline").asString()).isEqualTo("A after");
    assertThat(first.get("story").asString()).isEqualTo("sa");
  }

  @Test
  void storyIsNamedAfterAllAliases() throws IOException {
    tag("c", 1, 1, "text");
    tell("sc", 0, Given.told("c", 1, 1, "C"));
    alias("sc", "sb", 1);
    alias("sb", "sa", 1);

    assertThat(written().getFirst().get("story").asString()).isEqualTo("sa");
  }

  @Test
  void aliasHoldsOnlyForWhatWasToldBefore() throws IOException {
    tag("a", 1, 1, "text");
    tell("sa", 0, Given.told("a", 1, 1, "A"));
    alias("sa", "sb", 1);
    alias("sb", "sa", 5_000);
    tag("a", 2, 1, "text");
    tell("sa", 4_000, Given.told("a", 2, 1, "A again"));
    tag("b", 3, 1, "other");
    tell("sb", 6_000, Given.told("b", 3, 1, "B"));

    assertThat(written())
        .extracting(line -> line.get("story").asString())
        .containsExactly("sa", "sa", "sb");
  }

  @Test
  void rejectedPostHasNoLine() throws IOException {
    tag("a", 1, 1, "text");
    tell("sa", 0, Given.told("a", 1, 1, "A"));
    tag("c", 3, 1, "text");
    tell("sc", 0, Given.told("c", 3, 1, "C"));

    assertThat(written()).extracting(line -> line.get("ordinal").asLong()).containsExactly(1L, 3L);
  }

  @Test
  void postRefusedAfterItWasTaggedHasNoLineAndDidNotComeOut() throws IOException {
    tag("a", 1, 1, "text");
    tag("b", 2, 1, "refused by the desk");
    tell("sa", 0, Given.told("a", 1, 1, "A"));

    assertThat(written()).extracting(line -> line.get("ordinal").asLong()).containsExactly(1L);
    assertThat(posts.posts()).isEqualTo(1);
  }

  private void tag(String id, long ordinal, int revision, String text) throws IOException {
    posts.take(new TaggedEvent.Tagged(Given.tagged(id, ordinal, revision, text)));
  }

  private void repeat(String id, long ordinal) throws IOException {
    posts.take(new TaggedEvent.Duplicate(id, new Origin("archive", ordinal), Given.NOON));
  }

  private void tell(String story, int quarters, StoryPost post) throws IOException {
    posts.take(new StoryEvent.Revised(story, Given.NOON.plus(time(quarters)), List.of(post)));
  }

  private void alias(String younger, String older, int quarters) throws IOException {
    posts.take(new StoryEvent.Aliased(younger, older, Given.NOON.plus(time(quarters))));
  }

  private static Duration time(int quarters) {
    return Duration.ofMinutes(15L * quarters);
  }

  private List<JsonNode> written() throws IOException {
    Path file = temp.resolve("posts.jsonl");
    posts.write(file);
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .map(Json.MAPPER::readTree)
        .toList();
  }
}
