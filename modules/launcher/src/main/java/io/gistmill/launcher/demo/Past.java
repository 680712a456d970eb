package io.gistmill.launcher.demo;

import static java.util.Objects.requireNonNull;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Post;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.launcher.service.Platform;
import io.gistmill.launcher.service.PublicEditions;
import io.gistmill.producer.archive.PostSpool;
import io.gistmill.producer.archive.ReplayOrder;
import io.gistmill.producer.publish.Readers;
import io.gistmill.producer.publish.ReplayPublisher;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/// What lies on the log when the demo begins: the subscriptions, and the samples before
/// [Samples#BEGIN] with their ticks.
final class Past {

  private static final String READER = "you";
  private static final Contact CONTACT =
      new Contact(new Contact.Mailbox("you@localhost", Instant.EPOCH), null);
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int ITEMS = 10;
  private static final List<Channel> BY_MAIL = List.of(Channel.EMAIL);

  /// Two weeks are less than any reader may be behind.
  private static final Readers NOBODY_LAGS =
      new Readers() {
        @Override
        public boolean haveReached(Instant tick) {
          return true;
        }

        @Override
        public void await(Instant tick) {}
      };

  private Past() {}

  static void publish(Platform platform, Path temporary, List<Post> posts)
      throws InterruptedException {
    Subscribed editions = PublicEditions.of(platform.config(), platform.classifiers());
    try (var spool = PostSpool.in(temporary);
        var publisher =
            new ReplayPublisher(platform.kafka().bootstrapServers(), platform.topics())) {
      posts.stream()
          .filter(post -> !Demo.isComing(post))
          .sorted(Comparator.comparing(post -> requireNonNull(post.origin().ordinal())))
          .forEach(spool::append);
      publisher.subscribe(editions);
      publisher.subscribe(new Subscribed(READER, mails(platform), CONTACT));
      publisher.publish(ReplayOrder.of(spool, List.of(Samples.BEGIN)), NOBODY_LAGS, _ -> {});
    }
  }

  /// What the one reader of the demo gets by mail.
  private static List<Subscription> mails(Platform platform) {
    var zone = platform.config().zone();
    return List.of(
        new Subscription(
                READER + "-daily",
                READER,
                Subscription.ALL,
                new Cadence.Daily(MORNING),
                zone,
                ITEMS)
            .by(BY_MAIL),
        new Subscription(
                READER + "-rag",
                READER,
                "rag",
                new Cadence.Weekly(DayOfWeek.SATURDAY, MORNING),
                zone,
                ITEMS)
            .by(BY_MAIL));
  }
}
