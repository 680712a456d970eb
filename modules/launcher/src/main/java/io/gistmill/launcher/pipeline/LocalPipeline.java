package io.gistmill.launcher.pipeline;

import io.gistmill.contracts.TopicAdmin;
import io.gistmill.contracts.Topics;
import io.gistmill.embeddedkafka.BrokerOptions;
import io.gistmill.embeddedkafka.EmbeddedKafka;
import io.gistmill.embeddedkafka.KafkaBroker;
import io.gistmill.runtime.streams.StreamsService;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/// The embedded broker and some stages, all in this process.
public final class LocalPipeline implements Pipeline {

  private final KafkaBroker broker;
  private final Deque<StreamsService> stages = new ArrayDeque<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private volatile boolean closing;

  private LocalPipeline(KafkaBroker broker) {
    this.broker = broker;
    broker.onFailure(failure::completeExceptionally);
  }

  /// Starts them with the classifiers that come with Gistmill.
  public static LocalPipeline start(
      Path folder, Topics topics, Set<Stage> local, BrokerOptions options) {
    return start(folder, topics, local, options, InstalledClassifiers.shipped());
  }

  /// Starts the broker, makes the topics, and starts the stages.
  ///
  /// @param folder keeps the broker's data and the stages' state
  /// @param local which stages run here; the others must be run elsewhere
  /// @param classifiers that the classifier asks
  public static LocalPipeline start(
      Path folder,
      Topics topics,
      Set<Stage> local,
      BrokerOptions options,
      InstalledClassifiers classifiers) {
    var pipeline = new LocalPipeline(EmbeddedKafka.start(folder.resolve("broker"), options));
    try {
      pipeline.makeTopics(topics);
      local.stream()
          .sorted()
          .forEach(stage -> pipeline.run(stage, topics, folder.resolve("state"), classifiers));
      return pipeline;
    } catch (RuntimeException | Error e) {
      pipeline.close();
      throw e;
    }
  }

  private void makeTopics(Topics topics) {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
      TopicAdmin.ensure(admin, topics.all());
    }
  }

  private void run(Stage stage, Topics topics, Path state, InstalledClassifiers classifiers) {
    StreamsService service =
        stage.start(
            broker.bootstrapServers(), topics, state, settings -> settings, classifiers, false);
    stages.push(service);
    var _ = service.stopped().whenComplete((_, cause) -> onStopped(stage, cause));
  }

  private void onStopped(Stage stage, @Nullable Throwable cause) {
    if (cause != null) {
      failure.completeExceptionally(cause);
    } else if (!closing) {
      failure.completeExceptionally(
          new IllegalStateException("the stage " + stage + " has stopped by itself"));
    }
  }

  @Override
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public CompletableFuture<Void> failure() {
    return failure;
  }

  @Override
  public void close() {
    closing = true;
    stages.forEach(StreamsService::close);
    broker.close();
  }
}
