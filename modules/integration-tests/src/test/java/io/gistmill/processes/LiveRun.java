package io.gistmill.processes;

import io.gistmill.domain.ClockEvent;
import io.gistmill.testsupport.kafka.TopicReader;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Sends posts through HTTP while time goes by in steps: no tick is written before all posts of the
/// step before are accepted, so that every run has the same posts between the same ticks.
record LiveRun(Installation installation, Sender sender) {

  void play(Step step) {
    begin(step);
    send(step);
  }

  /// Returns when the tick of this moment stands on the log.
  void begin(Step step) {
    installation.clock().set(step.at());
    awaitTick(step.at());
  }

  void send(Step step) {
    step.requests().forEach(sender::send);
  }

  private void awaitTick(Instant tick) {
    new TopicReader<>(installation.bootstrap(), Installation.TOPICS.clock())
        .until("the tick " + tick, read -> holds(read, tick));
  }

  private static boolean holds(List<ConsumerRecord<String, ClockEvent>> read, Instant tick) {
    return read.stream()
        .anyMatch(
            record ->
                record.value() instanceof ClockEvent.Ticked(var ticked)
                    && ticked.instant().equals(tick));
  }
}
