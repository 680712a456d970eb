package io.gistmill.launcher.service;

import io.gistmill.embeddedkafka.BrokerOptions;
import io.gistmill.embeddedkafka.EmbeddedKafka;
import io.gistmill.embeddedkafka.KafkaBroker;
import io.gistmill.runtime.service.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The broker inside the process, where no cluster is named.
final class BrokerService implements Service {

  private final KafkaBroker broker;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

  private BrokerService(KafkaBroker broker) {
    this.broker = broker;
    broker.onFailure(stopped::completeExceptionally);
  }

  /// @param port on 127.0.0.1; 0 for any
  static BrokerService start(Path folder, int port) {
    return new BrokerService(EmbeddedKafka.start(folder, BrokerOptions.DEFAULT.withPort(port)));
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  @Override
  public List<String> hindrances() {
    return List.of();
  }

  @Override
  public void close() {
    broker.close();
    stopped.complete(null);
  }
}
