package io.gistmill.launcher.service;

import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.producer.feed.FeedSourceType;
import io.gistmill.producer.http.IntakeRoutes;
import io.gistmill.producer.http.IntakeSettings;
import io.gistmill.producer.publish.ClockService;
import io.gistmill.producer.publish.KnownTopics;
import io.gistmill.producer.publish.PostPublisher;
import io.gistmill.producer.publish.SubscriptionPublisher;
import io.gistmill.producer.publish.SwitchPublisher;
import io.gistmill.producer.source.api.SourceRoutes;
import io.gistmill.producer.source.follow.SourceRunner;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.web.AddressGuard;
import io.gistmill.web.WebClient;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/// Starts what writes to the log: the editions' subscriptions, the clock, and, once the clock has
/// ticked, everything by which posts come in.
final class ProducerPart {

  private ProducerPart() {}

  static List<HttpRoutes> start(Platform platform) throws InterruptedException {
    new SubscriptionPublisher(platform.kafka(), platform.topics())
        .ensure(
            PublicEditions.in(platform.config()), PublicEditions.routes(platform.classifiers()));
    awaitFirstTick(
        platform.add(
            ClockService.start(
                platform.kafka(), platform.topics(), platform.times().pace(), platform.meters())));
    return List.of(intake(platform), feeds(platform));
  }

  private static void awaitFirstTick(ClockService clock) throws InterruptedException {
    try {
      clock.firstTick().get();
    } catch (ExecutionException e) {
      throw new CompletionException("the clock does not run", e.getCause());
    }
  }

  private static HttpRoutes intake(Platform platform) {
    IntakeSettings settings = settings(platform.config());
    return new IntakeRoutes(
        platform.closeLater(
            new PostPublisher(platform.kafka(), platform.topics(), settings.within())),
        new SwitchPublisher(
            platform.kafka(), platform.topics(), PublicEditions.in(platform.config())),
        new KnownTopics(platform.kafka(), platform.topics()),
        settings,
        platform.times().ofLog(),
        System::nanoTime,
        platform.meters());
  }

  private static HttpRoutes feeds(Platform platform) {
    AddressGuard guard =
        platform.config().feeds().allowPrivate()
            ? AddressGuard.withPrivate()
            : AddressGuard.publicOnly();
    InstantSource real = platform.times().real();
    var feeds = new FeedSourceType(platform.closeLater(new WebClient(guard)), real);
    SourceRunner runner =
        platform.add(
            new SourceRunner(
                platform.kafka(), platform.topics(), List.of(feeds), real, platform.meters()));
    return new SourceRoutes(runner.catalogue(), feeds, real);
  }

  private static IntakeSettings settings(GistmillConfig config) {
    IntakeSettings standard = IntakeSettings.defaults(config.zone());
    return new IntakeSettings(
        Math.toIntExact(config.api().bodyBytes()),
        standard.maxPostBytes(),
        standard.maxPosts(),
        config.api().postsPerSecond(),
        standard.requestsAtOnce(),
        standard.within(),
        standard.zone());
  }
}
