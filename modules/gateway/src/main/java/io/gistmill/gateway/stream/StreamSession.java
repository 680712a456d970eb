package io.gistmill.gateway.stream;

import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.gateway.log.Entry;
import io.gistmill.gateway.log.LogReader;
import io.gistmill.gateway.log.Positions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One reader of a live stream, from its first event to its last.
///
/// Registers with the hub first, then reads what lies between its place and the hub's from the log,
/// then goes on with what the hub has heard meanwhile: nothing is lost and nothing comes twice.
final class StreamSession {

  private final LiveHub hub;
  private final LogReader log;
  private final Set<String> routes;
  private final Map<String, String> names;
  private final Duration heartbeat;
  private final SseWriter output;
  private Positions next;

  /// @param next the first entry that the reader has not seen
  StreamSession(
      LiveHub hub,
      LogReader log,
      Set<String> routes,
      Map<String, String> names,
      Duration heartbeat,
      SseWriter output,
      Positions next) {
    this.hub = hub;
    this.log = log;
    this.routes = routes;
    this.names = names;
    this.heartbeat = heartbeat;
    this.output = output;
    this.next = next;
  }

  /// Returns when the stream has ended.
  ///
  /// @throws IOException when the reader has gone
  void run() throws IOException, InterruptedException {
    output.open(next);
    Optional<Subscription> live = hub.register();
    while (live.isPresent()) {
      live = serve(live.get());
    }
  }

  /// @return another subscription when so much came during the catching up that it must be done
  ///   again
  private Optional<Subscription> serve(Subscription live) throws IOException, InterruptedException {
    try {
      log.read(next, live.from(), this::send);
      next = next.latest(live.from());
      if (live.isSlow()) {
        return hub.register();
      }
      follow(live);
      return Optional.empty();
    } finally {
      hub.leave(live);
    }
  }

  private void follow(Subscription live) throws IOException, InterruptedException {
    boolean on = true;
    while (on) {
      on =
          switch (live.next(heartbeat)) {
            case Subscription.Next.Event event -> {
              send(event.entry());
              yield true;
            }
            case Subscription.Next.Quiet _ -> {
              output.alive(next);
              yield true;
            }
            case Subscription.Next.Slow _ -> {
              output.event(
                  "slow",
                  next,
                  Map.of(
                      "error",
                      "this reader is slower than the stream",
                      "mend",
                      "connect again with Last-Event-ID; nothing is lost"));
              yield false;
            }
            case Subscription.Next.Ended _ -> false;
          };
    }
  }

  private void send(Entry.OfTagged entry) throws IOException {
    int partition = entry.place().partition();
    long offset = entry.place().offset();
    if (offset < next.next().get(partition)) {
      return;
    }
    next = next.after(partition, offset);
    switch (entry.event()) {
      case TaggedEvent.Tagged tagged -> post(tagged.post());
      case TaggedEvent.Withdrawn withdrawn ->
          output.event("withdrawn", next, new StreamPost.Withdrawn(withdrawn.postId()));
      case TaggedEvent.Corrected corrected ->
          output.event(
              "corrected",
              next,
              new StreamPost.Corrected(
                  corrected.postId(), StreamPost.topics(corrected.topics(), names)));
      case TaggedEvent.Duplicate _,
          TaggedEvent.Retagged _,
          TaggedEvent.Switched _,
          TaggedEvent.Ticked _ -> {}
    }
  }

  private void post(TaggedPost post) throws IOException {
    boolean history = post.admitted().equals(Instant.EPOCH);
    if (!history && wanted(post.topics())) {
      output.event("post", next, StreamPost.of(post, names));
    }
  }

  private boolean wanted(List<Tag> topics) {
    return routes.contains("all")
        || (topics.isEmpty() && routes.contains("other"))
        || topics.stream().anyMatch(tag -> routes.contains(tag.topic()));
  }
}
