package io.gistmill.launcher.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelReaderTest {

  @TempDir private Path temp = Path.of("");

  @Test
  void eventsWithoutAPostAreTold() {
    assertThatThrownBy(
            () -> read("{\"schema\":\"posted/1\"}", "{\"schema\":\"tagged/1\",\"post\":{}}"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("line 1: the event has no object in post; take the whole line")
        .hasMessageContaining("line 2: the event has no object in post; take the whole line");
  }

  @Test
  void postsCarryTheirTopicsInEitherForm() throws IOException {
    Labels labels =
        read(
            "{\"text\":\"a\",\"quoted\":[\"said before\"],\"topics\":[\"rag\",\"moe\"]}",
            "",
            "{\"id\":\"p\",\"author\":\"Ada\",\"published\":\"2025-03-03T10:00:00Z\",\"text\":\"b\","
                + "\"quoted\":[{\"text\":\"q\"}],"
                + "\"topics\":[{\"topic\":\"rag\",\"confidence\":0.9}]}",
            "{\"text\":\"c\",\"topics\":[]}");

    assertThat(topics(labels)).containsExactly(Set.of("moe", "rag"), Set.of("rag"), Set.of());
    assertThat(labels.examples().getFirst().post().quoted().getFirst().text())
        .isEqualTo("said before");
    assertThat(labels.single()).isFalse();
    assertThat(labels.remarks()).isEmpty();
  }

  @Test
  void columnsHaveOneClassEach() throws IOException {
    Labels labels = read("first words\t5", "words\twith a tab\t体育");

    assertThat(topics(labels)).containsExactly(Set.of("5"), Set.of("体育"));
    assertThat(labels.examples().getLast().post().text()).isEqualTo("words\twith a tab");
    assertThat(labels.single()).isTrue();
  }

  @Test
  void headlineInBracketsIsNoJson() throws IOException {
    assertThat(topics(read("[Photos] Loaves of rye\tbaking", "{}\tcycling")))
        .containsExactly(Set.of("baking"), Set.of("cycling"));
  }

  @Test
  void correctionsHoldForTheirPostWhereverItStands() throws IOException {
    Labels labels =
        read(
            "{\"schema\":\"corrected/1\",\"postId\":\"p\",\"added\":[\"moe\"],\"removed\":[\"rag\"]}",
            "{\"id\":\"p\",\"text\":\"a\",\"topics\":[\"rag\",\"tools\"]}",
            "{\"schema\":\"posted/1\",\"post\":{\"id\":\"q\",\"text\":\"b\"}}",
            "{\"id\":\"q\",\"added\":[\"rag\"]}",
            "{\"schema\":\"posted/1\",\"post\":{\"id\":\"r\",\"text\":\"nobody looked\"}}",
            "{\"schema\":\"tagged/1\",\"post\":{\"post\":{\"id\":\"s\",\"text\":\"c\"},"
                + "\"topics\":[{\"topic\":\"moe\",\"confidence\":1}]}}",
            "{\"schema\":\"post-corrected/1\",\"postId\":\"s\",\"admitted\":\"2025-03-03T10:00:00Z\","
                + "\"revision\":2,\"topics\":[{\"topic\":\"3d\",\"confidence\":1}]}");

    assertThat(topics(labels)).containsExactly(Set.of("moe", "tools"), Set.of("rag"), Set.of("3d"));
    assertThat(labels.remarks()).singleElement().asString().startsWith("1 of the posts have no");
  }

  @Test
  void laterVersionsCountAndWhatWasTakenBackDoesNot() throws IOException {
    Labels labels =
        read(
            "{\"id\":\"p\",\"text\":\"old\",\"topics\":[\"rag\"]}",
            "{\"id\":\"p\",\"text\":\"new\",\"topics\":[\"moe\"]}",
            "{\"id\":\"q\",\"text\":\"gone\",\"topics\":[\"moe\"]}",
            "{\"schema\":\"withdrawn/1\",\"postId\":\"q\"}");

    assertThat(topics(labels)).containsExactly(Set.of("moe"));
    assertThat(labels.examples().getFirst().post().text()).isEqualTo("new");
    assertThat(labels.remarks()).hasSize(2);
  }

  @Test
  void everyMistakeIsToldWithItsLine() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"text\":\"a\",\"topics\":[\"rag\"]}",
                    "{\"text\":\"a\"}",
                    "{\"text\":\"a\",\"topics\":\"rag\"}",
                    "{\"text\":\"a\",\"topics\":[3]}",
                    "{\"text\":\"\",\"topics\":[\"rag\"]}",
                    "{broken",
                    "[]",
                    "{\"schema\":\"digest/1\"}"))
        .isInstanceOf(UsageException.class)
        .satisfies(
            e ->
                assertThat(String.valueOf(e.getMessage()).lines())
                    .hasSize(7)
                    .anyMatch(line -> line.contains("line 2: the post has no topics; write a list"))
                    .anyMatch(line -> line.contains("line 3: topics is no list; write it in"))
                    .anyMatch(line -> line.contains("line 4: topics holds something that is no"))
                    .anyMatch(line -> line.contains("line 5: the post has no text"))
                    .anyMatch(line -> line.contains("line 6: the line is not sound JSON"))
                    .anyMatch(line -> line.contains("line 7: the line is a JSON array"))
                    .anyMatch(line -> line.contains("line 8: the line is an event 'digest/1'")));
  }

  @Test
  void correctionOfAPostThatIsNotThereIsAMistake() {
    assertThatThrownBy(
            () -> read("{\"id\":\"p\",\"text\":\"a\"}", "{\"postId\":\"x\",\"removed\":[\"rag\"]}"))
        .hasMessageContaining("line 2: the text of post x is not there; add the post as a line");
  }

  @Test
  void columnsWithoutATabOrAClassAreMistakes() {
    assertThatThrownBy(() -> read("words\tclass", "words alone", "words\t "))
        .hasMessageContaining("line 2: the line has no tab")
        .hasMessageContaining("line 3: a topic is blank");
  }

  @Test
  void blankFileIsNamed() {
    assertThatThrownBy(() -> read("", " "))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds blank lines only");
  }

  private Labels read(String... lines) throws IOException {
    return LabelReader.read(List.of(Files.write(temp.resolve("labels"), List.of(lines))));
  }

  private static List<Set<String>> topics(Labels labels) {
    return labels.examples().stream().<Set<String>>map(example -> example.topics()).toList();
  }
}
