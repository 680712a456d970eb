package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MinHashTest {

  private static final long[] FIRST = LongStream.range(0, 101).map(MinHash::mix).toArray();
  private static final long[] SECOND = LongStream.range(101, 140).map(MinHash::mix).toArray();

  @Test
  void takesTheLeastOfEachShingle() {
    assertThat(MinHash.signature(joined(FIRST, SECOND)))
        .isEqualTo(least(MinHash.signature(FIRST), MinHash.signature(SECOND)));
  }

  @Test
  void neitherOrderNorRepeatsMatter() {
    assertThat(MinHash.signature(joined(SECOND, joined(FIRST, SECOND))))
        .isEqualTo(MinHash.signature(joined(FIRST, SECOND)));
  }

  @Test
  void neverChanges() {
    assertThat(MinHash.signature(FIRST).hashCode()).isEqualTo(726_196_605);
  }

  private static long[] joined(long[] one, long[] other) {
    return LongStream.concat(LongStream.of(one), LongStream.of(other)).toArray();
  }

  private static List<Integer> least(List<Integer> one, List<Integer> other) {
    var least = new ArrayList<Integer>();
    for (int i = 0; i < one.size(); i++) {
      boolean first = Integer.compareUnsigned(one.get(i), other.get(i)) < 0;
      least.add(first ? one.get(i) : other.get(i));
    }
    return least;
  }
}
