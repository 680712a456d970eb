package io.gistmill.digest.courier;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import io.gistmill.domain.BounceKind;
import io.gistmill.domain.Channel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The ways by which messages leave this process, each with the lanes in which they wait for their
/// turn. Safe for all threads.
final class Ways implements AutoCloseable {

  private final Map<Channel, Transport> transports;
  private final Map<Channel, Lanes<Job>> lanes = new EnumMap<>(Channel.class);
  private final InstantSource clock;

  Ways(Map<Channel, Transport> transports, CourierSettings settings, InstantSource clock) {
    this.transports = new EnumMap<>(transports);
    this.clock = clock;
    transports
        .keySet()
        .forEach(
            channel ->
                lanes.put(
                    channel,
                    new Lanes<>(
                        Objects.requireNonNull(settings.atOnce().get(channel)),
                        settings.perDestination(),
                        job -> job.go().run())));
  }

  /// One delivery that waits for its turn.
  ///
  /// @param go called when it is its turn
  record Job(Object owner, Place place, Runnable go) {}

  /// A place in a lane.
  record Place(Channel channel, String destination) {}

  /// Where a message has to wait; empty when there is no such way.
  Optional<Place> place(Channel channel, Recipient to) {
    return Optional.ofNullable(transports.get(channel))
        .map(transport -> new Place(channel, transport.destination(to)));
  }

  Transport transport(Place place) {
    return Objects.requireNonNull(transports.get(place.channel()));
  }

  private Lanes<Job> lanes(Place place) {
    return Objects.requireNonNull(lanes.get(place.channel()));
  }

  void offer(Job job) {
    lanes(job.place()).offer(job.place().destination(), job);
  }

  /// Lets go whose turn it is.
  void serve() {
    lanes.values().forEach(each -> each.serve(clock.instant()));
  }

  void returned(Place place) {
    lanes(place).returned(place.destination());
  }

  /// What came back tells how its destination fares.
  void landed(Place place, Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted _, Outcome.Refused _ -> lanes(place).answered(place.destination());
      case Outcome.Deferred(_, var after, var reach) -> {
        switch (reach) {
          case MESSAGE -> lanes(place).doubtful(place.destination());
          case DESTINATION -> lanes(place).troubled(place.destination(), after, clock.instant());
        }
      }
    }
    serve();
  }

  /// A report has come for what was accepted before; of whoever has no address any more it says
  /// nothing.
  ///
  /// @param after how long after it was sent
  void cameBack(Channel channel, Recipient from, BounceKind kind, Duration after) {
    Transport transport = transports.get(channel);
    if (transport != null && !transport.destination(from).isEmpty()) {
      transport.returned(from, kind, after);
    }
  }

  void removeJobsOf(Object owner) {
    lanes.values().forEach(each -> each.remove(job -> job.owner() == owner));
  }

  @Override
  public void close() {
    transports.values().forEach(Transport::close);
  }
}
