package io.gistmill.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What must hold for every run, worked out from the input alone.
final class Invariants {

  private final SimulatedInput input;
  private final SimulatedPipeline pipeline;

  Invariants(SimulatedInput input, SimulatedPipeline pipeline) {
    this.input = input;
    this.pipeline = pipeline;
  }

  void check() {
    everyEventIsAnsweredOnce();
    everyTickReachesTheDigestsOnceAndInOrder();
    noWindowIsMadeTwice();
    windowsAreThoseOfTheCuts();
    everyPostIsInExactlyOneWindow();
  }

  private void everyEventIsAnsweredOnce() {
    assertThat(pipeline.tagged()).hasSameSizeAs(input.posts.all());
    Set<String> seen = new HashSet<>();
    for (TaggedEvent event : pipeline.tagged()) {
      if (event instanceof TaggedEvent.Tagged(var post) && post.revision() == 1) {
        assertThat(seen.add(post.post().id())).as("first version of %s", post.post().id()).isTrue();
      }
    }
  }

  private void everyTickReachesTheDigestsOnceAndInOrder() {
    for (int partition = 0; partition < input.subscriptions.partitions(); partition++) {
      List<Tick> written = new ArrayList<>();
      for (DigestEvent event : pipeline.digestEvents(partition)) {
        if (event instanceof DigestEvent.Ticked(var tick)) {
          written.add(tick.tick());
        }
      }
      assertThat(written).isEqualTo(ticks(partition));
    }
  }

  private List<Tick> ticks(int partition) {
    List<Tick> ticks = new ArrayList<>();
    for (SubscriptionEvent event : input.subscriptions.records(partition)) {
      if (event instanceof SubscriptionEvent.Ticked(var tick)) {
        ticks.add(tick);
      }
    }
    return ticks;
  }

  private void noWindowIsMadeTwice() {
    Set<String> ids = new HashSet<>();
    for (Digest digest : pipeline.digests()) {
      assertThat(ids.add(digest.id())).as("digest %s", digest.id()).isTrue();
      assertThat(digest.from()).isBefore(digest.cut());
    }
  }

  /// Follows each subscription through the log by the rules in words, and compares with what came
  /// out.
  private void windowsAreThoseOfTheCuts() {
    Map<String, List<ExpectedWindow>> expected = expectedWindows();
    Map<String, Instant> admitted = admissions();
    for (Digest digest : pipeline.digests()) {
      assertThat(expected.getOrDefault(digest.subscription().id(), List.of()))
          .as("window of %s", digest.id())
          .contains(new ExpectedWindow(digest.from(), digest.cut(), digest.subscription()));
      for (Digest.Item item : digest.items()) {
        for (Digest.PostRef post : item.posts()) {
          assertThat(admitted.get(post.id()))
              .as("post %s in %s", post.id(), digest.id())
              .isBetween(digest.from(), digest.cut().minusNanos(1));
        }
      }
    }
  }

  /// Each post that was admitted into a window of a subscription to everything is in that window's
  /// digest.
  private void everyPostIsInExactlyOneWindow() {
    Map<String, Instant> admitted = admissions();
    Map<String, Digest> made = new HashMap<>();
    pipeline.digests().forEach(digest -> made.put(digest.id(), digest));
    expectedWindows()
        .forEach(
            (subscription, windows) -> {
              for (ExpectedWindow window : windows) {
                if (window.subscription.route().equals(Subscription.ALL)) {
                  assertThat(postsIn(made, window))
                      .as("posts of %s in %s", subscription, window)
                      .containsExactlyInAnyOrderElementsOf(
                          admitted.entrySet().stream()
                              .filter(post -> window.holds(post.getValue()))
                              .map(Map.Entry::getKey)
                              .toList());
                }
              }
            });
  }

  private static List<String> postsIn(Map<String, Digest> made, ExpectedWindow window) {
    return made.values().stream()
        .filter(digest -> digest.subscription().id().equals(window.subscription.id()))
        .filter(digest -> digest.cut().equals(window.cut))
        .flatMap(digest -> digest.items().stream())
        .flatMap(item -> item.posts().stream())
        .map(Digest.PostRef::id)
        .toList();
  }

  /// The last tick before the first version of each post, in the post's own partition.
  private Map<String, Instant> admissions() {
    Map<String, Instant> admitted = new TreeMap<>();
    for (int partition = 0; partition < input.posts.partitions(); partition++) {
      Instant last = Instant.EPOCH;
      for (PostEvent event : input.posts.records(partition)) {
        switch (event) {
          case PostEvent.Posted(var post) -> admitted.putIfAbsent(post.id(), last);
          case PostEvent.Backfilled _,
              PostEvent.Withdrawn _,
              PostEvent.Corrected _,
              PostEvent.Switched _ -> {}
          case PostEvent.Ticked(var tick) -> last = tick.instant();
        }
      }
    }
    return admitted;
  }

  private record ExpectedWindow(Instant from, Instant cut, Subscription subscription) {
    boolean holds(Instant admitted) {
      return !admitted.isBefore(from) && admitted.isBefore(cut);
    }
  }

  private Map<String, List<ExpectedWindow>> expectedWindows() {
    Map<String, List<ExpectedWindow>> windows = new TreeMap<>();
    for (int partition = 0; partition < input.subscriptions.partitions(); partition++) {
      followPartition(partition, windows);
    }
    return windows;
  }

  private void followPartition(int partition, Map<String, List<ExpectedWindow>> windows) {
    Map<String, List<Subscription>> pending = new TreeMap<>();
    Map<String, List<Subscription>> current = new TreeMap<>();
    Map<String, Instant> lastCuts = new TreeMap<>();
    for (SubscriptionEvent event : input.subscriptions.records(partition)) {
      switch (event) {
        case SubscriptionEvent.Subscribed(var subscriber, var wanted) ->
            pending.put(subscriber, wanted);
        case SubscriptionEvent.Ticked(var tick) -> {
          current.values().forEach(subscriptions -> cut(subscriptions, tick, lastCuts, windows));
          settle(pending, current, lastCuts, tick.instant());
          pending.clear();
        }
      }
    }
  }

  private static void cut(
      List<Subscription> subscriptions,
      Tick tick,
      Map<String, Instant> lastCuts,
      Map<String, List<ExpectedWindow>> windows) {
    for (Subscription subscription : subscriptions) {
      for (Instant cut : cuts(subscription, tick)) {
        Instant from = lastCuts.put(subscription.id(), cut);
        windows
            .computeIfAbsent(subscription.id(), id -> new ArrayList<>())
            .add(new ExpectedWindow(from, cut, subscription));
      }
    }
  }

  private static List<Instant> cuts(Subscription subscription, Tick tick) {
    List<Instant> cuts = new ArrayList<>();
    if (tick.previous() != null) {
      Instant cut = subscription.cadence().cutAfter(tick.previous(), subscription.zone());
      while (!cut.isAfter(tick.instant())) {
        cuts.add(cut);
        cut = subscription.cadence().cutAfter(cut, subscription.zone());
      }
    }
    return tick.watched() || cuts.isEmpty() ? cuts : List.of(cuts.getLast());
  }

  private static void settle(
      Map<String, List<Subscription>> pending,
      Map<String, List<Subscription>> current,
      Map<String, Instant> lastCuts,
      Instant now) {
    pending.forEach(
        (subscriber, wanted) -> {
          List<Subscription> before = current.getOrDefault(subscriber, List.of());
          for (Subscription subscription : before) {
            if (wanted.stream().noneMatch(kept -> kept.id().equals(subscription.id()))) {
              lastCuts.remove(subscription.id());
            }
          }
          wanted.forEach(subscription -> lastCuts.putIfAbsent(subscription.id(), now));
          current.put(subscriber, wanted);
        });
  }
}
