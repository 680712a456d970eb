package io.gistmill.launcher.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {

  @TempDir private Path temp = Path.of("");

  @Test
  void firstSignsSayWhatAFileWithoutAnEndingIs() throws IOException {
    assertThat(texts("{\"text\":\"a\"}\n")).containsExactly("a");
    assertThat(texts("### 1\n\nAda @ada 2025-05-06\n\nb\n")).containsExactly("b");
    assertThat(texts("c\nd")).containsExactly("c", "d");
  }

  @Test
  void ordinalsOfAReplayAreKept() throws IOException {
    List<Input> inputs =
        read("{\"text\":\"a\"}\n\n{\"text\":\"b\",\"ordinal\":7}\n{\"text\":\"c\"}");

    assertThat(inputs)
        .filteredOn(Input.Read.class::isInstance)
        .extracting(input -> ((Input.Read) input).ordinal())
        .containsExactly(1L, 7L, 3L);
    assertThat(inputs).extracting(Input::line).containsExactly(1L, 2L, 3L, 4L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.7", "\"12\"", "0", "99999999999999999999"})
  void ordinalsAreWholeNumbersFromOne(String ordinal) throws IOException {
    List<Input> inputs = read("{\"text\":\"a\",\"ordinal\":" + ordinal + "}");

    assertThat(inputs).hasSize(1).first().isInstanceOf(Input.Unread.class);
    assertThat(((Input.Unread) inputs.getFirst()).reason())
        .startsWith("ordinal is no whole number from 1; write the place");
  }

  @Test
  void twoPostsHaveNotTheSameOrdinal() throws IOException {
    List<Input> inputs =
        read("{\"text\":\"a\",\"ordinal\":2}\n{\"text\":\"b\"}\n{\"text\":\"c\",\"ordinal\":null}");

    assertThat(inputs)
        .extracting(input -> input instanceof Input.Read)
        .containsExactly(true, false, true);
    assertThat(((Input.Unread) inputs.get(1)).reason())
        .startsWith("an earlier line has the ordinal 2; give each post its own");
  }

  @Test
  void binariesAreRefused() throws IOException {
    Path file = Files.write(temp.resolve("picture"), new byte[] {1, 0, 2});

    assertThatThrownBy(() -> Inputs.read(file, input -> {}))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is a binary file");
  }

  private List<String> texts(String text) throws IOException {
    return read(text).stream().map(input -> ((Input.Read) input).post().text()).toList();
  }

  private List<Input> read(String text) throws IOException {
    var inputs = new ArrayList<Input>();
    Inputs.read(Files.writeString(temp.resolve("file"), text), inputs::add);
    return inputs;
  }
}
