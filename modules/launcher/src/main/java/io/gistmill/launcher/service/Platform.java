package io.gistmill.launcher.service;

import io.gistmill.classifier.Summaries;
import io.gistmill.classifier.Taggers;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.gateway.subscribe.OwnerApi;
import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.pipeline.Stage;
import io.gistmill.launcher.remote.Instance;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.HttpEndpoint;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.http.HttpSettings;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.metrics.ProcessMetrics;
import io.gistmill.runtime.service.Service;
import io.gistmill.runtime.service.ServiceGroup;
import io.gistmill.runtime.streams.Metering;
import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.runtime.streams.StreamsSettings;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/// What all parts of one process share, and the services that they have started.
public final class Platform implements AutoCloseable {

  /// Less, and a broker's restart would cost transactions that are as good as done.
  private static final Duration SHORTEST_TRANSACTION = Duration.ofSeconds(10);

  private final GistmillConfig config;
  private final Times times;
  private final DataFolder data;
  private final Topics topics;
  private final InstalledClassifiers classifiers;
  private final ProcessMetrics metrics = ProcessMetrics.start();
  private final ServiceGroup services = new ServiceGroup();
  private final Deque<AutoCloseable> helpers = new ArrayDeque<>();
  private final List<HttpRoutes> routes = new ArrayList<>();
  private final Set<Part> parts = new CopyOnWriteArraySet<>();
  private final ApiToken token;
  private final KafkaConnection kafka;

  private Platform(GistmillConfig config, Times times) {
    this.config = config;
    this.times = times;
    this.data = DataFolder.open(config.data());
    this.classifiers = InstalledClassifiers.with(config.plugins());
    this.token = Tokens.of(config.api(), data.path());
    this.topics =
        new Topics(
            config.layout().prefix(), config.layout().partitions(), config.layout().subscribers());
    this.kafka = config.kafka().bootstrap().map(this::cluster).orElseGet(this::ownBroker);
  }

  /// Reaches the cluster, or starts a broker where none is named, and brings the topics onto it.
  ///
  /// @throws io.gistmill.launcher.replay.UsageException when the data folder cannot be used
  /// @throws io.gistmill.contracts.TopicException when topics are there and differ
  public static Platform open(GistmillConfig config, Times times) throws InterruptedException {
    var platform = new Platform(config, times);
    try {
      ClusterTopics.ensure(platform.kafka, platform.allTopics());
      return platform;
    } catch (RuntimeException | InterruptedException | Error e) {
      platform.close();
      throw e;
    }
  }

  private KafkaConnection cluster(String bootstrapServers) {
    return new KafkaConnection(bootstrapServers, config.kafka().properties());
  }

  private KafkaConnection ownBroker() {
    try {
      var broker = BrokerService.start(data.resolve("broker"), config.kafka().port());
      return KafkaConnection.plain(services.add(broker).bootstrapServers());
    } catch (RuntimeException | Error e) {
      data.close();
      throw e;
    }
  }

  private List<Topic<?>> allTopics() {
    List<Topic<?>> all = new ArrayList<>(topics.all());
    classifiers.routes().forEach(slug -> all.add(topics.stream(slug)));
    return all;
  }

  /// Starts a part here.
  public void start(Part part) throws InterruptedException {
    routes.addAll(part.start(this));
    parts.add(part);
  }

  /// Whether a part was started here. Safe for all threads.
  boolean runs(Part part) {
    return parts.contains(part);
  }

  /// Starts the HTTP server, once all parts are started, and leaves a note for the commands.
  ///
  /// @return where it answers
  public URI serve() throws IOException {
    routes.addFirst(token.except(OwnerApi.PATHS));
    var settings =
        new HttpSettings(config.http().host(), config.http().port(), config.api().bodyBytes());
    HttpEndpoint endpoint =
        services.add(HttpEndpoint.start(settings, services, meters(), List.copyOf(routes)));
    URI url = Tokens.named(endpoint.address());
    new Instance(url, token.token().reveal()).announce(data.path());
    return url;
  }

  <S extends Service> S add(S service) {
    return services.add(service);
  }

  /// Closes it after all services.
  public <C extends AutoCloseable> C closeLater(C helper) {
    helpers.push(helper);
    return helper;
  }

  StreamsService stage(Stage stage) {
    return stage.start(
        kafka.bootstrapServers(),
        topics,
        data.resolve("state"),
        own -> live(stage, own),
        classifiers,
        true);
  }

  StreamsService classifier(Taggers taggers, @Nullable Summaries summaries) {
    return Stage.classifier(
        kafka.bootstrapServers(),
        topics,
        data.resolve("state"),
        own -> live(Stage.CLASSIFIER, own),
        taggers,
        summaries);
  }

  /// Whoever follows a topic live waits for the commit of the classifier and for no other.
  private StreamsSettings live(Stage stage, StreamsSettings own) {
    GistmillConfig.Stages stages = config.stages();
    StreamsSettings settings =
        own.withConnection(kafka)
            .withThreads(stages.threads(), stages.standbys())
            .withTimeouts(stages.session(), transaction(stages.session()))
            .measuredBy(new Metering(meters(), times.ofLog()));
    return stage == Stage.CLASSIFIER ? settings.withCommitInterval(stages.commit()) : settings;
  }

  /// Whoever takes over waits for the lost instance's last transaction to be given up.
  private static Duration transaction(Duration session) {
    return session.compareTo(SHORTEST_TRANSACTION) < 0 ? SHORTEST_TRANSACTION : session;
  }

  public GistmillConfig config() {
    return config;
  }

  /// Those of this process, plug-ins among them.
  public InstalledClassifiers classifiers() {
    return classifiers;
  }

  /// What those must show who change something.
  ApiToken token() {
    return token;
  }

  Times times() {
    return times;
  }

  public KafkaConnection kafka() {
    return kafka;
  }

  public Topics topics() {
    return topics;
  }

  PrometheusMeterRegistry meters() {
    return metrics.registry();
  }

  public ServiceGroup services() {
    return services;
  }

  Path folder(String name) {
    return data.resolve(name);
  }

  /// Ends all services in reverse order, within bounds of time.
  @Override
  public void close() {
    services.close();
    while (!helpers.isEmpty()) {
      close(helpers.pop());
    }
    data.close();
    metrics.close();
  }

  private static void close(AutoCloseable helper) {
    try {
      helper.close();
    } catch (Exception e) {
      throw new IllegalStateException("a helper did not close", e);
    }
  }
}
