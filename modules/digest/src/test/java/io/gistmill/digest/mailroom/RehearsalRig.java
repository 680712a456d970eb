package io.gistmill.digest.mailroom;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.runtime.state.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/// A mailroom with one reader, one digest sent and one yet to come, told until midnight, for tests
/// of other packages.
public final class RehearsalRig {

  private final Rig rig = new Rig();

  public RehearsalRig() {
    subscribe("mo");
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1", "2023-12-01T05:00:00Z"));
    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z");
    rig.story("s2", "2023-12-02T05:00:00Z", post("p2", "2023-12-02T05:00:00Z"));
  }

  /// Lets the reader have mail, many stories and a day of them.
  public void flood() {
    var mailed =
        new Subscription(
                "mo-all", "mo", "all", new Cadence.Daily(LocalTime.MIDNIGHT), ZoneOffset.UTC, 200)
            .by(List.of(Channel.EMAIL));
    rig.subscribe("mo", mailed);
    rig.tick("2023-12-03T00:00:00Z", "2023-12-02T00:00:00Z");
    for (int story = 0; story < 100; story++) {
      SamplePost[] posts = new SamplePost[9];
      for (int i = 0; i < posts.length; i++) {
        posts[i] = post("p" + story + "-" + i, "2023-12-03T05:00:00Z");
      }
      rig.story("flood" + story, "2023-12-03T05:00:00Z", posts);
    }
    rig.tick("2023-12-04T00:00:00Z", "2023-12-03T00:00:00Z");
  }

  /// Somebody with a subscription of all, each midnight.
  public void subscribe(String subscriber) {
    var midnight = new Cadence.Daily(LocalTime.MIDNIGHT);
    rig.subscribe(
        subscriber,
        new Subscription(subscriber + "-all", subscriber, "all", midnight, ZoneOffset.UTC, 9));
  }

  private static SamplePost post(String id, String admitted) {
    return SamplePost.of(id, Instant.parse(admitted));
  }

  public Rehearsal rehearsal() {
    return new Rehearsal(rig.mailroomTables(), rig.stories);
  }

  public Table<StoryEvent> stories() {
    return rig.stories;
  }
}
