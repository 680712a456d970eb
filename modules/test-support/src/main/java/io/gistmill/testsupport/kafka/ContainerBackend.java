package io.gistmill.testsupport.kafka;

import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/// Kafka's own image, in the version of the client library.
record ContainerBackend(KafkaContainer container) implements TestBroker.Backend {

  static ContainerBackend start() {
    var image = DockerImageName.parse("apache/kafka").withTag(AppInfoParser.getVersion());
    KafkaContainer container =
        new KafkaContainer(image)
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000")
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(2 * 1024 * 1024));
    container.start();
    return new ContainerBackend(container);
  }

  @Override
  public String bootstrapServers() {
    return container.getBootstrapServers();
  }

  @Override
  public void close() {
    container.close();
  }
}
