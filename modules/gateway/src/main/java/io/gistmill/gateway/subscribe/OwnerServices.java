package io.gistmill.gateway.subscribe;

import io.gistmill.delivery.link.SignedLinks;
import io.gistmill.gateway.model.SubscriptionWriter;
import io.gistmill.gateway.store.Subscribers;
import io.gistmill.runtime.http.HttpRoutes;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Supplier;

/// Everything by which people subscribe, change and leave, put together.
public final class OwnerServices implements AutoCloseable {

  private final SubscriptionWriter writer;
  private final Postman postman;
  private final SignUpReader reader;
  private final SignUps signUps;
  private final Owners owners;
  private final SignUpLimit limit;
  private final OwnerSettings settings;
  private final InstantSource clock;

  /// @param topics slugs of all topics that are known now
  /// @param zone of a sign-up that names none
  /// @param clock by which links expire
  public OwnerServices(
      OwnerSettings settings,
      Subscribers people,
      SubscriptionWriter writer,
      Supplier<Set<String>> topics,
      ZoneId zone,
      InstantSource clock) {
    var links = new SignedLinks(settings.key(), settings.url());
    this.settings = settings;
    this.limit = new SignUpLimit(settings.behindProxy());
    this.clock = clock;
    this.writer = writer;
    this.postman = new Postman(settings.letters(), Postman.PAUSES);
    this.reader = new SignUpReader(new WishReader(topics), zone);
    this.signUps =
        new SignUps(people, writer, links, settings.key(), settings.proof(), postman, clock);
    this.owners = new Owners(people, writer, links, signUps, reader, settings.secrets(), clock);
  }

  public HttpRoutes api() {
    return new OwnerApi(owners, signUps, reader, limit, settings.operator(), clock);
  }

  public SignUps signUps() {
    return signUps;
  }

  public SignUpReader reader() {
    return reader;
  }

  public Owners owners() {
    return owners;
  }

  public SignUpLimit limit() {
    return limit;
  }

  public InstantSource clock() {
    return clock;
  }

  @Override
  public void close() {
    postman.close();
    writer.close();
  }
}
