package io.gistmill.gateway;

import io.gistmill.contracts.Partitions;
import io.gistmill.contracts.StoryKeys;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import io.gistmill.gateway.stream.StreamSettings;
import io.gistmill.gateway.subscribe.OwnerApi;
import io.gistmill.runtime.http.HttpEndpoint;
import io.gistmill.runtime.http.HttpSettings;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.service.Health;
import io.gistmill.testsupport.kafka.TestBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A gateway over a real broker and real HTTP, and a hand that writes what the other services would
/// write.
final class Rig implements Health, AutoCloseable {

  static final int PARTITIONS = 3;
  static final StreamSettings STREAMS = new StreamSettings(20, 1_000, Duration.ofMillis(300));

  final Topics topics;
  private final TestBroker broker;
  private final Path folder;
  private final StreamSettings streams;
  private final People people = new People();
  private final KafkaProducer<String, byte[]> producer;
  private final HttpClient http = HttpClient.newHttpClient();
  private Gateway gateway;
  private HttpEndpoint server;

  /// @param prefix of the topics, so that several rigs can share a broker
  Rig(TestBroker broker, String prefix, Path folder, StreamSettings streams) {
    this.broker = broker;
    this.folder = folder;
    this.streams = streams;
    this.topics = new Topics(prefix, PARTITIONS, 2);
    broker.create(topics.all());
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", "0"),
            new StringSerializer(),
            new ByteArraySerializer());
    this.gateway = gateway(folder.resolve("copy.db"));
    this.server = server(0);
  }

  Rig(TestBroker broker, String prefix, Path folder) {
    this(broker, prefix, folder, STREAMS);
  }

  Gateway gateway(Path copy) {
    return Gateway.start(
        KafkaConnection.plain(broker.bootstrapServers()),
        topics,
        new GatewaySettings(
            copy,
            Samples.ZONE,
            Samples.names(),
            folder.resolve("mails"),
            streams,
            people.settings()),
        new Gateway.Clocks(InstantSource.fixed(Samples.NOW), InstantSource.system()),
        this,
        new SimpleMeterRegistry());
  }

  private HttpEndpoint server(int port) {
    return HttpEndpoint.start(
        HttpSettings.local(port),
        this,
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
        List.of(People.TOKEN.except(OwnerApi.PATHS), gateway));
  }

  @Override
  public boolean alive() {
    return !gateway.stopped().isDone();
  }

  @Override
  public SortedMap<String, List<String>> services() {
    return new TreeMap<>(Map.of(gateway.name(), gateway.hindrances()));
  }

  /// As a process that ends and starts again.
  void restart() {
    int port = server.address().getPort();
    server.close();
    gateway.close();
    gateway = gateway(folder.resolve("copy.db"));
    server = server(port);
  }

  Gateway gateway() {
    return gateway;
  }

  void write(TaggedEvent event) {
    String key =
        switch (event) {
          case TaggedEvent.Tagged tagged -> tagged.post().post().id();
          case TaggedEvent.Duplicate duplicate -> duplicate.postId();
          case TaggedEvent.Withdrawn withdrawn -> withdrawn.postId();
          case TaggedEvent.Corrected corrected -> corrected.postId();
          case TaggedEvent.Retagged retagged -> retagged.post().post().id();
          case TaggedEvent.Switched _ -> "switch";
          case TaggedEvent.Ticked _ -> "tick";
        };
    int partition =
        event instanceof TaggedEvent.Ticked ticked
            ? ticked.tick().from()
            : Partitions.of(key, PARTITIONS);
    send(topics.tagged(), partition, key, event);
  }

  void tick(Instant instant) {
    for (int i = 0; i < PARTITIONS; i++) {
      write(Samples.tick(instant, i, PARTITIONS));
    }
  }

  /// Who writes to us, and what we write to them.
  People people() {
    return people;
  }

  void write(SubscriptionEvent.Subscribed event) {
    send(topics.subscriptions(), partition(event.subscriber()), event.subscriber(), event);
  }

  void write(DeliveryEvent event) {
    switch (event) {
      case DeliveryEvent.Updated updated ->
          send(
              topics.deliveries(),
              partition(updated.delivery().subscriber()),
              updated.delivery().key(),
              event);
      case DeliveryEvent.Suspended suspended ->
          send(
              topics.deliveries(),
              partition(suspended.subscriber()),
              suspended.subscriber() + "|" + suspended.channel(),
              event);
      case DeliveryEvent.Requested requested ->
          send(
              topics.deliveries(),
              partition(requested.delivery().subscriber()),
              requested.key(),
              event);
      case DeliveryEvent.Bounced bounced ->
          send(
              topics.deliveries(),
              partition(bounced.delivery().subscriber()),
              bounced.key(),
              event);
    }
  }

  private int partition(String subscriber) {
    return Partitions.of(subscriber, topics.subscriptions().partitions());
  }

  /// A tombstone: nothing about a subscriber may be kept.
  void forget(String subscriber) {
    var _ =
        producer.send(
            new ProducerRecord<>(
                topics.subscriptions().name(), partition(subscriber), subscriber, null));
  }

  /// Every digest due at an instant stands on the log.
  void cutTick(Instant instant) {
    int partitions = topics.digests().partitions();
    for (int i = 0; i < partitions; i++) {
      send(
          topics.digests(),
          i,
          "tick",
          new DigestEvent.Ticked(new PartitionTick(new Tick(instant, null, true), i, partitions)));
    }
  }

  /// A digest of somebody, in the partition of theirs.
  void digest(DigestEvent.Made event) {
    send(
        topics.digests(),
        partition(event.digest().subscription().subscriber()),
        event.digest().id(),
        event);
  }

  void write(StoryEvent event) {
    send(topics.stories(), 0, StoryKeys.of(event), event);
  }

  void write(DigestEvent event) {
    send(topics.digests(), 1, "digest", event);
  }

  /// A post and the story that tells it alone.
  void post(TaggedEvent event) {
    TaggedPost tagged = ((TaggedEvent.Tagged) event).post();
    write(event);
    write(Samples.told("story-" + tagged.post().id(), tagged.admitted(), event));
  }

  void raw(String topic, int partition, byte[] value) {
    var _ = producer.send(new ProducerRecord<>(topic, partition, "raw", value));
  }

  private <V> void send(Topic<V> topic, int partition, String key, V value) {
    var _ =
        producer.send(
            new ProducerRecord<>(
                topic.name(),
                partition,
                key,
                topic.values().serializer().serialize(topic.name(), value)));
  }

  void flush() {
    producer.flush();
  }

  /// Everything written so far is in the copy: a marker, written last into each partition, is.
  void settle() {
    producer.flush();
    Map<TopicPartition, Long> ends = Ends.of(broker.admin(), topics);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> gateway.hindrances().isEmpty() && Ends.reached(folder.resolve("copy.db"), ends));
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /// @param body as it is sent
  /// @param headers name and value by turns
  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /// Sends a form.
  ///
  /// @param fields such as `email=a@example.com`, not encoded
  HttpResponse<String> form(String path, String... fields)
      throws IOException, InterruptedException {
    String body =
        Arrays.stream(fields)
            .map(
                field ->
                    field.substring(0, field.indexOf('='))
                        + "="
                        + URLEncoder.encode(
                            field.substring(field.indexOf('=') + 1), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send("POST", path, body, "Content-Type", "application/x-www-form-urlencoded");
  }

  Document page(String path) throws IOException, InterruptedException {
    return Jsoup.parse(get(path).body(), address() + path);
  }

  String address() {
    return server.address().toString();
  }

  @Override
  public void close() {
    server.close();
    gateway.close();
    producer.close();
    http.close();
  }
}
