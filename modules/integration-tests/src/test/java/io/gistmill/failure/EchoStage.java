package io.gistmill.failure;

import io.gistmill.contracts.Topic;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.StateMachine;
import io.gistmill.runtime.state.Table;
import io.gistmill.runtime.streams.MachineSupplier;
import io.gistmill.runtime.streams.Measures;
import io.gistmill.runtime.streams.Metering;
import io.gistmill.runtime.streams.StateStores;
import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.runtime.streams.StreamsSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/// The smallest stage: each text that comes in goes out again, changed in a way that a test
/// chooses.
final class EchoStage {

  static final Topic<String> IN = topic("failure.in", Map.of("max.message.bytes", "4194304"));
  static final Topic<String> OUT = topic("failure.out", Map.of("max.message.bytes", "4194304"));
  static final Topic<String> REJECTS = topic("failure.rejects", Map.of());

  /// Texts that begin so cannot be decoded by the stage.
  static final char UNDECODABLE = '?';

  /// What the tests take for the time at which ticks were made.
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-03-01T12:00:00Z"));

  private static final String ECHOES = "echoes";

  private EchoStage() {}

  private static Topic<String> topic(String name, Map<String, String> settings) {
    return new Topic<>(name, Serdes.String(), Serdes.String(), 1, settings);
  }

  static List<Topic<?>> topics() {
    return List.of(IN, OUT, REJECTS);
  }

  static StreamsService start(
      String bootstrap, Path state, MeterRegistry registry, UnaryOperator<String> change) {
    var settings =
        new StreamsSettings("echo", KafkaConnection.plain(bootstrap), state, REJECTS.name())
            .withTimeouts(Duration.ofSeconds(6), Duration.ofSeconds(10))
            .measuredBy(new Metering(registry, CLOCK));
    return StreamsService.start(topology(change), settings);
  }

  private static Topology topology(UnaryOperator<String> change) {
    var supplier =
        new MachineSupplier<String, String>(
                List.of(StateStores.onDisk(ECHOES, Serdes.String())),
                task -> new Echo(change, task.table(ECHOES)))
            .measuring(new Measures<>(EchoStage::tick, _ -> "echoed"));
    return new Topology()
        .addSource("read", new StringDeserializer(), EchoStage::decode, IN.name())
        .addProcessor("echo", supplier, "read")
        .addSink("write", OUT.name(), new StringSerializer(), new StringSerializer(), "echo");
  }

  private static String decode(String topic, byte[] bytes) {
    if (bytes[0] == UNDECODABLE) {
      throw new SerializationException("this is no text");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Optional<Instant> tick(String event) {
    return event.startsWith("tick ")
        ? Optional.of(Instant.parse(event.substring(5)))
        : Optional.empty();
  }

  /// A producer that the caller closes.
  static KafkaProducer<String, String> producer(String bootstrap) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", bootstrap, "max.request.size", "4194304"),
        new StringSerializer(),
        new StringSerializer());
  }

  static ProducerRecord<String, String> record(String key, String value) {
    return new ProducerRecord<>(IN.name(), key, value);
  }

  private record Echo(UnaryOperator<String> change, Table<String> echoes)
      implements StateMachine<String, String> {

    @Override
    public void accept(String event, Consumer<Decision<String>> decisions) {
      echoes.put("last", event);
      decisions.accept(new Decision<>("echo", change.apply(event)));
    }

    @Override
    public boolean work(BooleanSupplier goOn, Consumer<Decision<String>> decisions) {
      return true;
    }
  }
}
