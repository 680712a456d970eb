package io.gistmill.testsupport.kafka;

import io.gistmill.embeddedkafka.EmbeddedKafka;
import io.gistmill.embeddedkafka.KafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The embedded broker in a folder that goes with it.
record EmbeddedBackend(KafkaBroker broker, Path folder) implements TestBroker.Backend {

  static EmbeddedBackend start() {
    try {
      Path folder = Files.createTempDirectory("gistmill-broker-");
      return new EmbeddedBackend(EmbeddedKafka.start(folder), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public void close() {
    broker.close();
    try {
      for (Path path : deepestFirst()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> deepestFirst() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
