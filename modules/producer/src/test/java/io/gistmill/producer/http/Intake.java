package io.gistmill.producer.http;

import io.gistmill.contracts.Topics;
import io.gistmill.producer.publish.Editions;
import io.gistmill.producer.publish.KnownTopics;
import io.gistmill.producer.publish.PostPublisher;
import io.gistmill.producer.publish.SettableTime;
import io.gistmill.producer.publish.SwitchPublisher;
import io.gistmill.runtime.config.Secret;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.HttpErrors;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.javalin.Javalin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/// The intake behind a real server, and a client of it.
final class Intake implements AutoCloseable {

  static final String TOKEN = "open-sesame";
  static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");

  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final SettableTime time = new SettableTime(NOW);
  private final HttpClient client = HttpClient.newHttpClient();
  private final PostPublisher publisher;
  private final Javalin server;

  private Intake(
      PostPublisher publisher,
      SwitchPublisher switches,
      KnownTopics topics,
      IntakeSettings settings) {
    this.publisher = publisher;
    HttpRoutes routes =
        new IntakeRoutes(publisher, switches, topics, settings, time, System::nanoTime, registry);
    this.server =
        Javalin.create(
                config -> {
                  config.concurrency.useVirtualThreads = true;
                  config.startup.showJavalinBanner = false;
                  new HttpErrors(settings.maxBodyBytes()).addTo(config.routes);
                  new ApiToken(new Secret(TOKEN)).addTo(config.routes);
                  routes.addTo(config.routes);
                })
            .start("127.0.0.1", 0);
  }

  static Intake start(String bootstrapServers, Topics topics) {
    return start(bootstrapServers, topics, settings(Duration.ofSeconds(10), 1_000_000));
  }

  static Intake start(String bootstrapServers, Topics topics, IntakeSettings settings) {
    var connection = new KafkaConnection(bootstrapServers, Map.of());
    return new Intake(
        new PostPublisher(connection, topics, settings.within()),
        new SwitchPublisher(connection, topics, new Editions(ZoneOffset.UTC, 30, 60)),
        new KnownTopics(connection, topics),
        settings);
  }

  static IntakeSettings settings(Duration within, int postsPerSecond) {
    return new IntakeSettings(5 << 20, 1 << 20, 10_000, postsPerSecond, 32, within, ZoneOffset.UTC);
  }

  Javalin server() {
    return server;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  Answer post(String path, String body) {
    return post(path, body.getBytes(StandardCharsets.UTF_8));
  }

  Answer post(String path, byte[] body) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + TOKEN)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return Answer.of(response);
    } catch (IOException e) {
      throw new AssertionError("the server gave no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.stop();
    publisher.close();
    client.close();
  }
}
