package io.gistmill.digest.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.testsupport.MemoryTable;
import org.junit.jupiter.api.Test;

class RecentRowsTest {

  private final MemoryTable<String> table = new MemoryTable<>();
  private final RecentRows<String> rows = new RecentRows<>(table, 2);

  @Test
  void writesToTheTableAtOnce() {
    // given
    rows.put("a", "1");
    rows.put("b", "2");

    // when
    rows.delete("a");

    // then
    assertThat(table.get("a")).isNull();
    assertThat(table.get("b")).isEqualTo("2");
  }

  @Test
  void keepsTheRowsUsedLastAndNoMore() {
    // given
    rows.put("a", "1");
    rows.put("b", "2");
    rows.get("a");
    rows.put("c", "3");

    // when: of those that it has in memory the table's change is not seen
    table.put("a", "changed");
    table.put("b", "changed");
    table.put("c", "changed");

    // then
    assertThat(rows.get("a")).isEqualTo("1");
    assertThat(rows.get("c")).isEqualTo("3");
    assertThat(rows.get("b")).isEqualTo("changed");
  }

  @Test
  void knowsNothingOfWhatWasDeleted() {
    // given
    rows.put("a", "1");

    // when
    rows.delete("a");

    // then
    assertThat(rows.get("a")).isNull();
  }
}
