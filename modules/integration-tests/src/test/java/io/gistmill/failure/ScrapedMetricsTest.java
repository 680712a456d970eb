package io.gistmill.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.EventKeys;
import io.gistmill.runtime.metrics.ProcessMetrics;
import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.testsupport.kafka.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a running stage really shows to Prometheus.
class ScrapedMetricsTest {

  @TempDir Path state;

  @Test
  void whatAStageMeasuresIsScraped() throws Exception {
    try (var broker = TestBroker.start();
        var metrics = ProcessMetrics.start();
        var producer = EchoStage.producer(broker.bootstrapServers())) {
      broker.create(EchoStage.topics());
      producer.send(EchoStage.record("p1", "text")).get();
      producer.send(EchoStage.record("p2", "?what")).get();
      producer.send(EchoStage.record(EventKeys.TICK, "tick 2025-03-01T11:45:00Z")).get();

      try (StreamsService _ =
          EchoStage.start(broker.bootstrapServers(), state, metrics.registry(), text -> text)) {
        broker.read(EchoStage.OUT).until(2);
        await()
            .atMost(Duration.ofSeconds(90))
            .untilAsserted(
                () ->
                    assertThat(metrics.registry().scrape())
                        .contains("kafka_consumer_fetch_manager_records_lag{")
                        .contains("kafka_stream_state_total_sst_files_size"));
        String scrape = metrics.registry().scrape();

        assertThat(scrape)
            .contains("gistmill_outcomes_total{outcome=\"echoed\",service=\"echo\"} 2.0")
            .contains("gistmill_latency_seconds_count{service=\"echo\"} 2")
            .contains("gistmill_tick_delay_seconds_sum{service=\"echo\"} 900.0")
            .contains("gistmill_rejects_total{kind=\"undecodable\",service=\"echo\"} 1.0")
            .contains("gistmill_rejects_total{kind=\"oversize\",service=\"echo\"} 0.0")
            .contains("kafka_stream_thread_process_total{")
            .contains("jvm_memory_used_bytes{");
        assertThat(names(scrape).stream().filter(name -> name.startsWith("kafka_")).toList())
            .as("few enough to look at")
            .hasSizeLessThan(40);
      }
    }
  }

  private static SortedSet<String> names(String scrape) {
    var names = new TreeSet<String>();
    scrape
        .lines()
        .filter(line -> line.startsWith("# TYPE "))
        .forEach(line -> names.add(line.split(" ", -1)[2]));
    return names;
  }
}
