package io.gistmill.launcher.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldReaderTest {

  @TempDir private Path temp = Path.of("");

  @Test
  void oneListIsOneReader() throws IOException {
    Gold gold = read("{\"ordinal\":1,\"topics\":[\"rag\"]}", "", "{\"id\":\"p\",\"topics\":[]}");

    assertThat(gold.readers()).isEqualTo(1);
    assertThat(gold.lines()).extracting(Gold.Line::post).containsExactly("post 1", "post p");
    assertThat(gold.lines().getFirst().topics()).isEqualTo(List.of(new TreeSet<>(Set.of("rag"))));
    assertThat(gold.lines().getLast().topics()).isEqualTo(List.of(new TreeSet<>()));
  }

  @Test
  void emptyListStandsForAllReaders() throws IOException {
    Gold gold =
        read("{\"ordinal\":1,\"topics\":[]}", "{\"ordinal\":2,\"topics\":[[\"rag\"],[\"moe\"]]}");

    assertThat(gold.readers()).isEqualTo(2);
    assertThat(gold.lines()).allSatisfy(line -> assertThat(line.topics()).hasSize(2));
  }

  @Test
  void everyMistakeIsToldWithItsLine() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"ordinal\":1,\"topics\":[[\"rag\"],[]]}",
                    "{\"topics\":[]}",
                    "{\"ordinal\":1,\"topics\":[]}",
                    "{\"ordinal\":3,\"topics\":\"rag\"}",
                    "{\"ordinal\":4,\"topics\":[\"rag\"]}",
                    "nothing"))
        .isInstanceOf(UsageException.class)
        .satisfies(
            e ->
                assertThat(String.valueOf(e.getMessage()).lines())
                    .hasSize(5)
                    .anyMatch(line -> line.contains("line 2: the line names no post"))
                    .anyMatch(line -> line.contains("line 3: an earlier line names the same"))
                    .anyMatch(line -> line.contains("line 4: topics is no list"))
                    .anyMatch(line -> line.contains("line 5: the line has 1 reader, and line 1"))
                    .anyMatch(line -> line.contains("line 6: the line is not sound JSON")));
  }

  @Test
  void namesOfTopicsAreStrippedAndMayNotBeBlank() throws IOException {
    Gold gold = read("{\"ordinal\":1,\"topics\":[\" rag \",\"rag\"]}");

    assertThat(gold.topics()).containsExactly("rag");
    assertThatThrownBy(() -> read("{\"ordinal\":1,\"topics\":[[\"rag\",\" \"]]}"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("line 1: a topic is blank; name it, or leave it out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999999999999", "1.5", "0", "-1", "\"1\"", "[1]"})
  void ordinalsAreWholeNumbersFromOne(String ordinal) {
    assertThatThrownBy(() -> read("{\"id\":\"p\",\"ordinal\":" + ordinal + ",\"topics\":[]}"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            temp.resolve("gold.jsonl")
                + ", line 1: ordinal is no whole number from 1; write the place of the post, such"
                + " as 1, or leave it out");
  }

  private Gold read(String... lines) throws IOException {
    return GoldReader.read(Files.write(temp.resolve("gold.jsonl"), List.of(lines)));
  }
}
