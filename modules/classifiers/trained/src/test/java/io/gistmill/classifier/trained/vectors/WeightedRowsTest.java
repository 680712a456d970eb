package io.gistmill.classifier.trained.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedRowsTest {

  private static final int WIDTH = 26;
  private static final int ROWS = 300;

  private final byte[] table = new byte[ROWS * WIDTH];
  private final float[] expected = new float[WIDTH];
  private final WeightedRows rows = new WeightedRows(table, WIDTH);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 7, 2000})
  void roundsAsIfOneRowWereAddedAfterTheOther(int count) {
    var random = new Random(count);
    random.nextBytes(table);
    rows.add(5, 1);
    rows.clear();
    for (int i = 0; i < count; i++) {
      add(random.nextInt(ROWS), random.nextFloat());
    }
    float[] sum = new float[WIDTH + 1];
    sum[0] = 7;
    sum[WIDTH] = 9;

    rows.sum(sum);

    assertThat(sum).startsWith(expected).endsWith(9);
  }

  private void add(int row, float factor) {
    rows.add(row, factor);
    for (int k = 0; k < WIDTH; k++) {
      expected[k] += factor * table[row * WIDTH + k];
    }
  }
}
