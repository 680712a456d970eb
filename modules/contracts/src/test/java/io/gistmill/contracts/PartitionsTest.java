package io.gistmill.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 97})
  void agreesWithKafkasOwnClients(int partitions) {
    // given
    long seed = 5;

    for (String key : keys(seed)) {
      // when
      int partition = Partitions.of(key, partitions);

      // then
      assertThat(partition)
          .as("key '%s', seed %d", key, seed)
          .isEqualTo(
              BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions));
    }
  }

  /// Values on a log depend on these numbers for ever.
  @Test
  void keysStayWhereTheyAre() {
    // given
    List<String> keys = List.of("", "a", "3f1c0a7d5b2e4f6081a2b3c4", "林知夏");

    // when
    List<Integer> partitions = keys.stream().map(key -> Partitions.of(key, 1_000)).toList();

    // then
    assertThat(partitions).containsExactly(681, 524, 339, 848);
  }

  @Test
  void spreadsIdsEvenly() {
    // given
    List<String> keys = keys(9);

    // when
    TreeMap<Integer, Long> sizes =
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    key -> Partitions.of(key, 4), TreeMap::new, Collectors.counting()));

    // then
    assertThat(sizes).hasSize(4);
    assertThat(sizes.values()).allMatch(size -> size > keys.size() / 5);
  }

  private static List<String> keys(long seed) {
    var random = new Random(seed);
    var keys = new ArrayList<String>();
    for (int i = 0; i < 2_000; i++) {
      keys.add(Long.toHexString(random.nextLong()) + (i % 3 == 0 ? "林知夏é" : ""));
    }
    return keys;
  }
}
