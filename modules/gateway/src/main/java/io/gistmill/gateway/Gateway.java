package io.gistmill.gateway;

import io.gistmill.contracts.Topics;
import io.gistmill.gateway.api.ApiRoutes;
import io.gistmill.gateway.log.DigestReader;
import io.gistmill.gateway.log.LogReader;
import io.gistmill.gateway.log.SubscriptionLog;
import io.gistmill.gateway.mail.MailFolder;
import io.gistmill.gateway.model.Progress;
import io.gistmill.gateway.model.ReadModel;
import io.gistmill.gateway.model.SubscriptionWriter;
import io.gistmill.gateway.page.OwnerRoutes;
import io.gistmill.gateway.page.PageRoutes;
import io.gistmill.gateway.store.Database;
import io.gistmill.gateway.store.Library;
import io.gistmill.gateway.store.Subscribers;
import io.gistmill.gateway.stream.LiveHub;
import io.gistmill.gateway.stream.StreamRoutes;
import io.gistmill.gateway.subscribe.OwnerServices;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.service.Health;
import io.gistmill.runtime.service.Service;
import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Pages, API and live streams over what stands in the topics.
///
/// Writes nothing but what people want to get: several gateways may run side by side, each with its
/// own copy.
public final class Gateway implements Service, HttpRoutes {

  private final Database database;
  private final LiveHub hub;
  private final ReadModel model;
  private final OwnerServices owners;
  private final List<HttpRoutes> routes;

  private Gateway(
      Database database,
      LiveHub hub,
      ReadModel model,
      OwnerServices owners,
      List<HttpRoutes> routes) {
    this.database = database;
    this.hub = hub;
    this.model = model;
    this.owners = owners;
    this.routes = List.copyOf(routes);
  }

  /// Two clocks: the one that writes ticks may be sped up, the one that the broker stamps records
  /// by is not.
  ///
  /// @param ticks the clock by which ticks are written
  /// @param wall the broker's clock
  public record Clocks(InstantSource ticks, InstantSource wall) {}

  /// Returns at once and reads the log on its own thread; pages answer meanwhile with what the copy
  /// holds.
  ///
  /// @param health of the process, for the page that shows it
  public static Gateway start(
      KafkaConnection connection,
      Topics topics,
      GatewaySettings settings,
      Clocks clocks,
      Health health,
      MeterRegistry meters) {
    Database database = Database.open(settings.copy());
    var hub = new LiveHub(settings.streams().buffer());
    var progress = new Progress();
    var library = new Library(database, topics, settings.topicNames());
    measure(meters, hub, progress);
    ReadModel model = ReadModel.start(connection, topics, database, hub, progress);
    var around =
        new PageRoutes.Surroundings(
            settings.zone(),
            clocks.ticks(),
            new MailFolder(settings.mails()),
            health,
            progress::generation,
            progress::hindrances,
            progress::lag,
            hub::readers);
    var streams =
        new StreamRoutes(
            hub,
            new LogReader(connection, topics),
            library,
            progress::generation,
            clocks.wall(),
            settings.streams());
    var people = new Subscribers(database);
    var writer = new SubscriptionWriter(new SubscriptionLog(connection, topics), people, progress);
    var owners =
        new OwnerServices(
            settings.owners(),
            people,
            writer,
            () -> library.topics().keySet(),
            settings.zone(),
            clocks.wall());
    return new Gateway(
        database,
        hub,
        model,
        owners,
        List.of(
            new PageRoutes(library, around),
            new OwnerRoutes(library, new DigestReader(connection, topics), owners, around),
            new ApiRoutes(library, settings.zone(), clocks.ticks()),
            owners.api(),
            streams));
  }

  private static void measure(MeterRegistry meters, LiveHub hub, Progress progress) {
    Gauge.builder("gistmill.gateway.lag", progress, Progress::lag)
        .description("Records on the log that the pages do not show yet")
        .strongReference(true)
        .register(meters);
    Gauge.builder("gistmill.gateway.readers", hub, LiveHub::readers)
        .description("Readers of live streams")
        .strongReference(true)
        .register(meters);
  }

  @Override
  public void addTo(RoutesConfig config) {
    routes.forEach(route -> route.addTo(config));
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return model.stopped();
  }

  @Override
  public List<String> hindrances() {
    return model.hindrances();
  }

  /// Ends the streams first, then the writing and the reading. Close it after the HTTP server, or
  /// pages fail.
  @Override
  public void close() {
    hub.close();
    owners.close();
    model.close();
    database.close();
  }
}
