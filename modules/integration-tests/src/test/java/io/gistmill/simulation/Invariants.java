package io.gistmill.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What must hold for every run, worked out from the input alone.
final class Invariants {

  private final SimulatedInput input;
  private final SimulatedPipeline pipeline;
  private final PostModel model;

  Invariants(SimulatedInput input, SimulatedPipeline pipeline) {
    this.input = input;
    this.pipeline = pipeline;
    this.model = new PostModel(input.posts);
  }

  void check() {
    everyEventIsAnsweredOnce();
    everyTickReachesTheDigestsOnceAndInOrder();
    noWindowIsMadeTwice();
    windowsAreThoseOfTheCuts();
    everyPostIsInExactlyOneWindow();
  }

  private void everyEventIsAnsweredOnce() {
    Set<String> seen = new HashSet<>();
    for (int partition = 0; partition < input.posts.partitions(); partition++) {
      List<PostEvent> events = input.posts.records(partition);
      List<TaggedEvent> answers = pipeline.tagged(partition);
      assertThat(answers).hasSameSizeAs(events);
      for (int i = 0; i < events.size(); i++) {
        assertThat(idOf(answers.get(i))).isEqualTo(PostModel.idOf(events.get(i)));
      }
      answers.forEach(answer -> requireFirstOnce(answer, seen));
    }
  }

  private static void requireFirstOnce(TaggedEvent answer, Set<String> seen) {
    if (answer instanceof TaggedEvent.Tagged(var post) && post.revision() == 1) {
      assertThat(seen.add(post.post().id())).as("first version of %s", post.post().id()).isTrue();
    }
  }

  private static @Nullable String idOf(TaggedEvent answer) {
    return switch (answer) {
      case TaggedEvent.Tagged(var post) -> post.post().id();
      case TaggedEvent.Duplicate duplicate -> duplicate.postId();
      case TaggedEvent.Withdrawn withdrawn -> withdrawn.postId();
      case TaggedEvent.Corrected corrected -> corrected.postId();
      case TaggedEvent.Retagged(var post) -> post.post().id();
      case TaggedEvent.Switched _, TaggedEvent.Ticked _ -> null;
    };
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
    for (Digest digest : pipeline.digests()) {
      assertThat(expected.getOrDefault(digest.subscription().id(), List.of()))
          .as("window of %s", digest.id())
          .contains(new ExpectedWindow(digest.from(), digest.cut(), digest.subscription()));
      for (Digest.Item item : digest.items()) {
        for (Digest.PostRef post : item.posts()) {
          assertThat(model.admitted(post.id()))
              .as("post %s in %s", post.id(), digest.id())
              .isBetween(digest.from(), digest.cut().minusNanos(1));
        }
      }
    }
  }

  /// Each post that was admitted into a window, is about the subscription's route and was not taken
  /// back before the cut is in that window's digest. So a backfilled post is in none.
  private void everyPostIsInExactlyOneWindow() {
    Map<String, Digest> made = new HashMap<>();
    pipeline
        .digests()
        .forEach(digest -> made.put(digest.subscription().id() + digest.cut(), digest));
    expectedWindows().values().stream()
        .flatMap(List::stream)
        .forEach(window -> requirePosts(window, made));
  }

  private void requirePosts(ExpectedWindow window, Map<String, Digest> made) {
    List<String> posts = postsIn(made, window);
    List<String> shown = model.shown(window.subscription, window.from, window.cut);
    if (posts.isEmpty() && !shown.isEmpty() && wasShownSomething(window, made)) {
      // Which of them tell again what was shown before the input does not say.
      return;
    }
    var compared = assertThat(posts).as("posts of %s", window);
    if (window.subscription.selection().topics().isEmpty()) {
      compared.containsExactlyInAnyOrderElementsOf(shown);
    } else {
      // Which stories there are the input does not tell, and with them whole stories are chosen.
      compared.doesNotHaveDuplicates();
      assertThat(shown).as("posts of %s", window).containsAll(posts);
    }
  }

  private static List<String> postsIn(Map<String, Digest> made, ExpectedWindow window) {
    Digest digest = made.get(window.subscription.id() + window.cut);
    return digest == null
        ? List.of()
        : Stream.concat(digest.items().stream(), digest.repeats().stream())
            .flatMap(item -> item.posts().stream())
            .map(Digest.PostRef::id)
            .toList();
  }

  /// Only a story that was shown can be told again, and leave a window without a digest.
  private static boolean wasShownSomething(ExpectedWindow window, Map<String, Digest> made) {
    return made.values().stream()
        .filter(digest -> digest.subscription().id().equals(window.subscription.id()))
        .anyMatch(digest -> digest.cut().isBefore(window.cut));
  }

  private record ExpectedWindow(Instant from, Instant cut, Subscription subscription) {}

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
        case SubscriptionEvent.Subscribed(var subscriber, var wanted, var _) ->
            pending.put(subscriber, wanted);
        case SubscriptionEvent.Ticked(var tick) -> {
          current.values().forEach(subscriptions -> cut(subscriptions, tick, lastCuts, windows));
          settle(pending, current, lastCuts, tick.instant(), windows);
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
        if (!subscription.preferences().paused()) {
          add(new ExpectedWindow(from, cut, subscription), windows);
        }
      }
    }
  }

  private static void add(ExpectedWindow window, Map<String, List<ExpectedWindow>> windows) {
    windows.computeIfAbsent(window.subscription.id(), _ -> new ArrayList<>()).add(window);
  }

  /// Of a subscription that has just begun: the day or week before, where it goes out.
  private static Duration before(Subscription subscription) {
    boolean goesOut = !subscription.channels().isEmpty() && !subscription.preferences().paused();
    Duration period =
        switch (subscription.cadence()) {
          case Cadence.Daily _ -> Duration.ofDays(1);
          case Cadence.Weekly _ -> Duration.ofDays(7);
          case Cadence.QuarterHourly _ -> Duration.ZERO;
        };
    return goesOut ? period : Duration.ZERO;
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
      Instant now,
      Map<String, List<ExpectedWindow>> windows) {
    pending.forEach(
        (subscriber, wanted) -> {
          List<Subscription> before = current.getOrDefault(subscriber, List.of());
          for (Subscription subscription : before) {
            if (wanted.stream().noneMatch(kept -> kept.id().equals(subscription.id()))) {
              lastCuts.remove(subscription.id());
            }
          }
          wanted.forEach(subscription -> begin(subscription, lastCuts, now, windows));
          current.put(subscriber, wanted);
        });
  }

  private static void begin(
      Subscription subscription,
      Map<String, Instant> lastCuts,
      Instant now,
      Map<String, List<ExpectedWindow>> windows) {
    Duration before = before(subscription);
    if (lastCuts.putIfAbsent(subscription.id(), now) == null && !before.isZero()) {
      add(new ExpectedWindow(now.minus(before), now, subscription), windows);
    }
  }
}
