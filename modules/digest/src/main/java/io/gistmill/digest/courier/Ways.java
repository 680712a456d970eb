package io.gistmill.digest.courier;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import io.gistmill.domain.Channel;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// The ways by which messages leave this process, and the lanes in which they wait for their turn.
/// Safe for all threads.
final class Ways implements AutoCloseable {

  private final Map<Channel, Transport> transports;
  private final Lanes<Job> lanes;
  private final InstantSource clock;

  Ways(Map<Channel, Transport> transports, CourierSettings settings, InstantSource clock) {
    this.transports = new EnumMap<>(transports);
    this.lanes = new Lanes<>(settings.atOnce(), settings.perDestination(), job -> job.go().run());
    this.clock = clock;
  }

  /// One delivery that waits for its turn.
  ///
  /// @param go called when it is its turn
  record Job(Object owner, String destination, Runnable go) {}

  boolean has(Channel channel) {
    return transports.containsKey(channel);
  }

  String destination(Channel channel, Recipient to) {
    return channel.name().toLowerCase(Locale.ROOT) + ":" + transport(channel).destination(to);
  }

  private Transport transport(Channel channel) {
    Transport transport = transports.get(channel);
    if (transport == null) {
      throw new IllegalStateException("there is no transport for " + channel);
    }
    return transport;
  }

  Transport of(Channel channel) {
    return transport(channel);
  }

  void offer(Job job) {
    lanes.offer(job.destination(), job);
  }

  /// Lets go whose turn it is.
  void serve() {
    lanes.serve(clock.instant());
  }

  void returned(String destination) {
    lanes.returned(destination);
  }

  /// What came back tells how its destination fares.
  void landed(String destination, Outcome outcome) {
    if (outcome instanceof Outcome.Deferred(_, var after, var reach)
        && reach == Outcome.Reach.DESTINATION) {
      lanes.troubled(destination, after, clock.instant());
    } else {
      lanes.answered(destination);
    }
    serve();
  }

  void removeJobsOf(Object owner) {
    lanes.remove(job -> job.owner() == owner);
  }

  @Override
  public void close() {
    transports.values().forEach(Transport::close);
  }
}
