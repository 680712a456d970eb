package io.gistmill.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.runtime.kafka.KafkaConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyStoreTableTest {

  @TempDir Path state;
  private TopologyTestDriver driver;

  @BeforeEach
  void start() {
    var topology =
        new Topology()
            .addSource("read", new StringDeserializer(), new StringDeserializer(), "in")
            .addProcessor("ignore", Ignore::new, "read")
            .addStateStore(StateStores.onDisk("true", Serdes.String()), "ignore")
            .addStateStore(StateStores.inMemory("false", Serdes.String()), "ignore");
    driver =
        new TopologyTestDriver(
            topology,
            new StreamsSettings("test", KafkaConnection.plain("nowhere:1"), state, "rejects")
                .toProperties());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private static final class Ignore extends ContextualProcessor<String, String, Void, Void> {
    @Override
    public void process(Record<String, String> record) {}
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void scansFromInclusiveToExclusiveUntilTheVisitorHasEnough(boolean onDisk) {
    KeyValueStore<String, String> store = driver.getKeyValueStore(Boolean.toString(onDisk));
    for (String key : List.of("b", "a", "d", "c", "e")) {
      store.put(key, key.repeat(2));
    }
    var table = new StoreTable<>(store);
    List<String> seen = new ArrayList<>();

    table.scan(
        "b",
        "e",
        (key, value) -> {
          seen.add(value);
          return !key.equals("c");
        });

    assertThat(seen).containsExactly("bb", "cc");
    assertThat(table.first("d", "e")).isEqualTo(Map.entry("d", "dd"));
    assertThat(table.first("e", "a")).isNull();
    assertThat(table.first("x", "y")).isNull();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCopyCannotBeWritten(boolean onDisk) {
    var table =
        new ReadOnlyStoreTable<>(driver.<String, String>getKeyValueStore(Boolean.toString(onDisk)));

    assertThatThrownBy(() -> table.put("a", "b")).hasMessageContaining("write to its topic");
    assertThatThrownBy(() -> table.delete("a")).hasMessageContaining("write to its topic");
  }
}
