package io.gistmill.producer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.runtime.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

  private static final BodyReader READER = new BodyReader(1_000, 10);

  @ParameterizedTest
  @CsvSource({
    "'{\"text\":\"a\"}', 1",
    "'  {\n  \"text\": \"a\"\n}\n', 1",
    "'[]', 0",
    "'[{\"text\":\"a\"}]', 1",
    "' [ {\"text\":\"a\"} , {\"text\":\"b\"} ] ', 2",
    "'{\"text\":\"a\"}\n{\"text\":\"b\"}', 2",
    "'{\"text\":\"a\"}\r\n\r\n{\"text\":\"b\"}\r\n', 2",
    "'\uFEFF{\"text\":\"a\"}\n{\"text\":\"b\"}', 2",
    "'\uFEFF[{\"text\":\"a\"}]', 1"
  })
  void theBodyTellsItsForm(String body, int count) {
    List<Item> items = READER.items(bytes(body));

    assertThat(items).hasSize(count).allMatch(Item.Sound.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \r\n\t",
        "hello",
        "12",
        "\"text\"",
        "null",
        "{",
        "{\"text\":",
        "{\"text\":\"a\"",
        "[",
        "[{\"text\":\"a\"}",
        "[{\"text\":\"a\"},]",
        "[{\"text\":\"a\"}] {}",
        "[1e]",
        "<post/>"
      })
  void whatIsNothingAtAllIsRefusedWithTheMend(String body) {
    assertThatThrownBy(() -> READER.items(bytes(body)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(400);
              assertThat(refused.error()).isNotBlank();
              assertThat(refused.mend()).contains("send");
            });
  }

  @Test
  void aDamagedLineLeavesTheOthers() {
    List<Item> items =
        READER.items(bytes("{\"text\":\"a\"}\n{\"text\":\n{\"text\":\"c\"} {}\n{\"text\":\"d\"}"));

    assertThat(items.get(0)).isInstanceOf(Item.Sound.class);
    assertThat(items.get(1)).isInstanceOf(Item.Damaged.class);
    assertThat(items.get(2)).isInstanceOf(Item.Damaged.class);
    assertThat(items.get(3)).isInstanceOf(Item.Sound.class);
  }

  @Test
  void aLineThatIsNotUtf8LeavesTheOthers() {
    byte[] body = bytes("{\"text\":\"a\"}\n{\"text\":\"?\"}");
    body[body.length - 3] = (byte) 0xFF;

    List<Item> items = READER.items(body);

    assertThat(items).hasSize(2);
    assertThat(items.getLast())
        .isEqualTo(new Item.Damaged("the line is not valid UTF-8; encode it as UTF-8"));
  }

  @Test
  void anArrayThatIsNotUtf8IsRefused() {
    byte[] body = bytes("[{\"text\":\"?\"}]");
    body[10] = (byte) 0xFF;

    assertThatThrownBy(() -> READER.items(body))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void deepNestingIsRefusedAndNoStackOverflows(String open) {
    String deep = open.repeat(100_000);

    assertThatThrownBy(() -> READER.items(bytes(deep))).isInstanceOf(Refusal.class);
  }

  @Test
  void aDeepLineLeavesTheOthers() {
    String deep = "{\"text\":\"b\",\"x\":" + "[".repeat(400) + "]".repeat(400) + "}";
    String deeper = "{\"text\":\"b\",\"x\":" + "[".repeat(450) + "]".repeat(450) + "}";

    List<Item> items =
        new BodyReader(10_000, 10)
            .items(bytes("{\"text\":\"a\"}\n" + deeper.replace("[", "[[") + "\n" + deep));

    assertThat(items.get(0)).isInstanceOf(Item.Sound.class);
    assertThat(items.get(1)).isInstanceOf(Item.Damaged.class);
    assertThat(items.get(2)).isInstanceOf(Item.Sound.class);
  }

  @Test
  void hugeNumbersCostNothing() {
    String huge = "{\"text\":\"a\",\"n\":1e999999999,\"m\":-1e-999999999}";

    assertThat(READER.items(bytes(huge))).hasSize(1);
  }

  @Test
  void aPostThatIsTooLongLeavesTheOthers() {
    String longOne = "{\"text\":\"" + "x".repeat(1_000) + "\"}";

    assertThat(READER.items(bytes("[{\"text\":\"a\"}, " + longOne + "]")).getLast())
        .isEqualTo(new Item.Damaged("the post is longer than 1000 bytes; shorten or split it"));
    assertThat(READER.items(bytes("{\"text\":\"a\"}\n" + longOne)).getLast())
        .isEqualTo(new Item.Damaged("the post is longer than 1000 bytes; shorten or split it"));
    assertThatThrownBy(() -> READER.items(bytes(longOne)))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.status()).isEqualTo(413));
  }

  @Test
  void tooManyPostsAreRefusedWithTheLimit() {
    String ten = "{},".repeat(10) + "{}";

    assertThatThrownBy(() -> READER.items(bytes("[" + ten + "]")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("more than 10 posts");
    assertThatThrownBy(() -> READER.items(bytes(ten.replace(',', '\n'))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("more than 10 posts");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
