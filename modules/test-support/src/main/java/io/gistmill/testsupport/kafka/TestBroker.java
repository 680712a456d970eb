package io.gistmill.testsupport.kafka;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.TopicAdmin;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/// A real, empty broker: Kafka's own in a container where Docker runs, else the embedded one. The
/// log says which.
public final class TestBroker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TestBroker.class);

  private final Backend backend;
  private final Admin admin;

  private TestBroker(Backend backend) {
    this.backend = backend;
    this.admin = Admin.create(Map.of("bootstrap.servers", backend.bootstrapServers()));
  }

  public static TestBroker start() {
    return new TestBroker(
        DockerClientFactory.instance().isDockerAvailable() ? container() : embedded());
  }

  private static Backend container() {
    LOG.info("broker=container reason=\"Docker runs\"");
    return ContainerBackend.start();
  }

  private static Backend embedded() {
    LOG.info("broker=embedded reason=\"Docker does not run\"");
    return EmbeddedBackend.start();
  }

  public String bootstrapServers() {
    return backend.bootstrapServers();
  }

  public Admin admin() {
    return admin;
  }

  /// Creates topics as a service does at its start.
  public void create(List<Topic<?>> topics) {
    TopicAdmin.ensure(admin, topics);
  }

  public <V> TopicReader<V> read(Topic<V> topic) {
    return new TopicReader<>(bootstrapServers(), topic);
  }

  @Override
  public void close() {
    admin.close();
    backend.close();
  }

  interface Backend extends AutoCloseable {

    String bootstrapServers();

    @Override
    void close();
  }
}
