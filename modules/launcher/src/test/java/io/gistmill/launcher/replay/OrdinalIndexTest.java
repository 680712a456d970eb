package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrdinalIndexTest {

  private final OrdinalIndex index = new OrdinalIndex();

  @Test
  void givesWhatWasPutLast() {
    index.put(1, 10);
    index.put(100_000, 20);
    index.put(1, 30);

    assertThat(index.get(1)).isEqualTo(30);
    assertThat(index.get(100_000)).isEqualTo(20);
  }

  @Test
  void zeroIsAValue() {
    index.put(7, 0);

    assertThat(index.get(7)).isZero();
  }

  @Test
  void whatWasNeverPutIsNone() {
    index.put(5, 1);

    assertThat(index.get(0)).isEqualTo(OrdinalIndex.NONE);
    assertThat(index.get(6)).isEqualTo(OrdinalIndex.NONE);
    assertThat(index.get(10_000_000)).isEqualTo(OrdinalIndex.NONE);
  }
}
