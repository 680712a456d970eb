package io.gistmill.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MemoryTableTest {

  /// Above every key of these tests.
  private static final String END = Character.toString(Character.MAX_CODE_POINT);

  private final MemoryTable<Integer> table = new MemoryTable<>();

  /// The order of UTF-16 units puts an emoji before a full-width letter; that of bytes does not.
  @Test
  void keysStandInTheOrderOfTheirBytes() {
    // given
    List<String> keys = List.of("😀", "Ａ", "z", "", "é", "a|b", "a");
    keys.forEach(key -> table.put(key, 1));

    // when
    List<String> scanned = keys("", END);

    // then
    assertThat(scanned).containsExactly("", "a", "a|b", "z", "é", "Ａ", "😀");
  }

  @Test
  void aScanTakesItsStartAndLeavesItsEnd() {
    // given
    List.of("a", "b", "c", "d").forEach(key -> table.put(key, 1));

    // when
    List<String> scanned = keys("b", "d");

    // then
    assertThat(scanned).containsExactly("b", "c");
    assertThat(keys("b", "b")).isEmpty();
    assertThat(keys("d", "b")).isEmpty();
  }

  @Test
  void aScanStopsWhenTheVisitorHasEnough() {
    // given
    List.of("a", "b", "c").forEach(key -> table.put(key, 1));
    var visited = new ArrayList<String>();

    // when
    table.scan(
        "",
        END,
        (key, value) -> {
          visited.add(key);
          return visited.size() < 2;
        });

    // then
    assertThat(visited).containsExactly("a", "b");
  }

  @Test
  void theFirstEntryIsFoundOrNull() {
    // given
    table.put("b", 2);
    table.put("c", 3);

    // when
    var first = table.first("a", "c");

    // then
    assertThat(first).isEqualTo(Map.entry("b", 2));
    assertThat(table.first("c5", "d")).isNull();
  }

  @Test
  void whatIsWrittenIsReadAtOnce() {
    // when
    table.put("a", 1);
    table.put("a", 2);
    table.put("b", 3);
    table.delete("b");

    // then
    assertThat(table.get("a")).isEqualTo(2);
    assertThat(table.get("b")).isNull();
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void rollBackReturnsToTheLastCommit() {
    // given
    table.put("kept", 1);
    table.put("deleted", 2);
    table.put("changed", 3);
    table.commit();

    // when
    table.delete("deleted");
    table.put("changed", 4);
    table.put("changed", 5);
    table.put("new", 6);
    table.delete("new");
    table.put("deleted", 7);
    table.delete("never");
    table.rollBack();

    // then
    assertThat(keys("", END)).containsExactly("changed", "deleted", "kept");
    assertThat(table.get("changed")).isEqualTo(3);
    assertThat(table.get("deleted")).isEqualTo(2);
  }

  @Test
  void aCommitCannotBeRolledBack() {
    // given
    table.put("a", 1);
    table.commit();

    // when
    table.rollBack();

    // then
    assertThat(table.get("a")).isEqualTo(1);
  }

  @Test
  void behavesLikeAMapThatIsCopiedAtEachCommit() {
    // given
    long seed = 3;
    var random = new Random(seed);
    var expected = new TreeMap<String, Integer>();
    var committed = new TreeMap<String, Integer>();

    for (int i = 0; i < 20_000; i++) {
      String key = Integer.toString(random.nextInt(10, 40));

      // when
      switch (random.nextInt(8)) {
        case 0 -> {
          table.commit();
          committed = new TreeMap<>(expected);
        }
        case 1 -> {
          table.rollBack();
          expected = new TreeMap<>(committed);
        }
        case 2, 3 -> {
          table.delete(key);
          expected.remove(key);
        }
        default -> {
          table.put(key, i);
          expected.put(key, i);
        }
      }

      // then
      assertThat(entries()).as("seed %d, step %d", seed, i).isEqualTo(expected);
    }
  }

  @Test
  void theOrderIsThatOfUnsignedBytes() {
    // given
    long seed = 4;
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      table.put(random.ints(3, 0x20, 0xD800).mapToObj(Character::toString).toList().toString(), i);
      table.put(Character.toString(random.nextInt(0x10000, 0x110000)), i);
    }

    // when
    List<String> scanned = keys("", END);

    // then
    assertThat(scanned)
        .as("seed %d", seed)
        .isSortedAccordingTo((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> keys(String from, String to) {
    return new ArrayList<>(entries(from, to).keySet());
  }

  private TreeMap<String, Integer> entries() {
    return new TreeMap<>(entries("", END));
  }

  private LinkedHashMap<String, Integer> entries(String from, String to) {
    var entries = new LinkedHashMap<String, Integer>();
    table.scan(
        from,
        to,
        (key, value) -> {
          entries.put(key, value);
          return true;
        });
    return entries;
  }
}
