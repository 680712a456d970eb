package io.gistmill.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CommittedReadsTest {

  @Test
  void ownSettingsWinOverCommonOnesAndTheOperatorsOverBoth() {
    var connection =
        new KafkaConnection("host:1", Map.of("fetch.max.wait.ms", "7", "client.rack", "r1"));

    Properties settings =
        CommittedReads.settings(
            connection, Map.of("fetch.max.wait.ms", 50, "enable.auto.commit", true));

    assertThat(settings)
        .containsEntry("bootstrap.servers", "host:1")
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("enable.auto.commit", true)
        .containsEntry("fetch.max.wait.ms", "7")
        .containsEntry("client.rack", "r1");
  }
}
