package io.gistmill.producer.source.follow;

import io.gistmill.domain.PostEvent;
import io.gistmill.domain.SourceDefinition;
import io.gistmill.domain.SourceState;
import io.gistmill.producer.source.Source;
import io.gistmill.producer.source.SourceType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// The sources of one partition, polled by this process alone. For the runner's thread.
///
/// It begins with what the log says up to the moment at which its predecessor was shut out, and
/// from then on trusts its own transactions.
final class OwnedPartition implements AutoCloseable {

  private final int partition;
  private final SourceCopy copy;
  private final SourceWriter writer;
  private final Map<TopicPartition, Long> ends;
  private final Map<String, SourceState> states = new HashMap<>();
  private final Map<String, Opened> opened = new HashMap<>();
  private final Set<String> inFlight = new HashSet<>();
  private boolean ready;

  private record Opened(SourceDefinition definition, Source source) {}

  /// @param ends how far the log went when the predecessor had been shut out
  OwnedPartition(
      int partition, SourceCopy copy, SourceWriter writer, Map<TopicPartition, Long> ends) {
    this.partition = partition;
    this.copy = copy;
    this.writer = writer;
    this.ends = ends;
  }

  /// True once the copy has caught up with the predecessor's last word.
  boolean isReady() {
    if (!ready && copy.hasReached(ends)) {
      copy.statesIn(partition).forEach(state -> states.put(state.source(), state));
      ready = true;
    }
    return ready;
  }

  Stream<Followed> idle() {
    return copy.definitionsIn(partition)
        .filter(definition -> !inFlight.contains(definition.id()))
        .map(definition -> Followed.of(definition, states.get(definition.id())));
  }

  Source open(SourceDefinition definition, SourceType type) {
    Opened known = opened.get(definition.id());
    if (known == null || !known.definition().equals(definition)) {
      known = new Opened(definition, type.open(definition));
      opened.put(definition.id(), known);
    }
    return known.source();
  }

  void begin(String source) {
    inFlight.add(source);
  }

  void end(String source) {
    inFlight.remove(source);
  }

  /// False when the source was removed or added anew meanwhile: then nothing is written.
  boolean commit(SourceDefinition definition, List<PostEvent> events, SourceState state) {
    @Nullable SourceDefinition current = copy.definition(definition.id());
    if (!definition.equals(current)) {
      return false;
    }
    writer.commit(events, state);
    states.put(state.source(), state);
    return true;
  }

  /// Writes tombstones for the states of sources that are gone.
  void forgetRemoved() {
    List<String> gone =
        states.keySet().stream()
            .filter(id -> copy.definition(id) == null && !inFlight.contains(id))
            .toList();
    for (String id : gone) {
      writer.forget(id);
      states.remove(id);
      opened.remove(id);
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
