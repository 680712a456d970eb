package io.gistmill.digest.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random worlds; the seed stands in the name of a failed test.
class MailroomSeedsTest {

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void slicesKillsAndCopiesThatRunAheadChangeNothing(long seed) {
    World world = new World(seed);
    List<Decision<DigestEvent>> undisturbed = undisturbed(world).decisions();

    List<Decision<DigestEvent>> disturbed = disturbed(world, seed);

    assertThat(disturbed).isEqualTo(undisturbed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyPostIsInExactlyOneWindowOfASubscription(long seed) {
    World world = World.growing(seed);

    List<Digest> digests = undisturbed(world).digests();

    for (Subscription subscription : world.constant()) {
      List<Digest> own =
          digests.stream().filter(digest -> digest.subscription().equals(subscription)).toList();
      List<String> shown = own.stream().flatMap(MailroomSeedsTest::postsOf).sorted().toList();
      Instant lastCut = ExpectedWindows.of(subscription, world).lastCut();
      List<String> due =
          world.posts.stream()
              .filter(post -> post.admitted().isBefore(lastCut))
              .map(SamplePost::id)
              .sorted()
              .toList();
      assertThat(shown).isEqualTo(due);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noReaderIsToldAStoryAgainByTheSameAuthorAlone(long seed) {
    World world = new World(seed);

    List<Digest> digests = undisturbed(world).digests();

    for (Subscription subscription : world.constant()) {
      var told = new TreeMap<String, Set<String>>();
      for (Digest digest : of(subscription, digests)) {
        for (Digest.Item item : digest.items()) {
          Set<String> before = told.computeIfAbsent(item.story(), _ -> new TreeSet<>());
          Set<String> authors = authors(item, world);
          boolean grown = !before.containsAll(authors);
          assertThat(grown || isForgotten(digest)).as("%s in %s", item, digest.id()).isTrue();
          before.addAll(authors);
        }
      }
    }
  }

  private static List<Digest> of(Subscription subscription, List<Digest> digests) {
    return digests.stream().filter(made -> made.subscription().equals(subscription)).toList();
  }

  private static Set<String> authors(Digest.Item item, World world) {
    var authors = new TreeSet<String>();
    for (Digest.PostRef ref : item.posts()) {
      world.posts.stream()
          .filter(post -> post.id().equals(ref.id()))
          .forEach(post -> authors.add(post.handle()));
    }
    return authors;
  }

  /// Later than a HORIZON after the beginning a reader may have forgotten.
  private static boolean isForgotten(Digest digest) {
    return digest.cut().isAfter(Instant.parse("2024-03-22T00:00:00Z").plus(Horizon.LENGTH));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void windowsAreThoseOfAWalkThroughEveryCut(long seed) {
    World world = World.growing(seed);

    List<Digest> digests = undisturbed(world).digests();

    for (Subscription subscription : world.constant()) {
      List<Window> windows =
          digests.stream()
              .filter(digest -> digest.subscription().equals(subscription))
              .map(digest -> new Window(digest.from(), digest.cut()))
              .toList();
      assertThat(windows).isEqualTo(ExpectedWindows.of(subscription, world).withPosts());
    }
  }

  private static Rig undisturbed(World world) {
    Rig rig = new Rig();
    int copied = 0;
    for (SubscriptionEvent event : world.subscriptions) {
      if (event instanceof SubscriptionEvent.Ticked(Tick tick)) {
        copied = copyUpTo(tick, world, rig, copied);
      }
      rig.feed(event);
    }
    return rig;
  }

  private static int copyUpTo(Tick tick, World world, Rig rig, int copied) {
    int next = copied;
    StoryEvent event;
    do {
      event = world.stories.get(next++);
      rig.copy(event);
    } while (!event.equals(new StoryEvent.Ticked(tick)));
    return next;
  }

  private static List<Decision<DigestEvent>> disturbed(World world, long seed) {
    SplittableRandom random = new SplittableRandom(seed).split();
    Rig rig = new Rig();
    int copied = 0;
    int accepted = 0;
    int committed = 0;
    boolean done = false;
    while (!done) {
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> {
          int upTo = Math.min(world.stories.size(), copied + random.nextInt(60));
          world.stories.subList(copied, upTo).forEach(rig::copy);
          copied = upTo;
        }
        case 3, 4 -> {
          if (accepted < world.subscriptions.size()) {
            rig.accept(world.subscriptions.get(accepted++));
          }
        }
        case 5 -> {
          rig.kill();
          accepted = committed;
        }
        default -> {
          boolean idle = rig.work(() -> random.nextInt(4) > 0);
          boolean all = accepted == world.subscriptions.size() && copied == world.stories.size();
          done = idle && all;
          if (done || random.nextInt(3) > 0) {
            rig.commit();
            committed = accepted;
          }
        }
      }
    }
    return rig.decisions();
  }

  private static Stream<String> postsOf(Digest digest) {
    return digest.items().stream().flatMap(item -> item.posts().stream()).map(Digest.PostRef::id);
  }

  /// The same rules told without tables, index and skipping.
  private record ExpectedWindows(List<Window> withPosts, Instant lastCut) {

    static ExpectedWindows of(Subscription subscription, World world) {
      var windows = new ArrayList<Window>();
      Instant last = world.ticks.getFirst().instant();
      for (Tick tick : world.ticks) {
        Instant cut = nextCut(last, tick, subscription);
        while (!cut.isAfter(tick.instant())) {
          Window window = new Window(last, cut);
          if (world.posts.stream().anyMatch(post -> window.holds(post.admitted()))) {
            windows.add(window);
          }
          last = cut;
          cut = nextCut(last, tick, subscription);
        }
      }
      return new ExpectedWindows(windows, last);
    }

    private static Instant nextCut(Instant last, Tick tick, Subscription subscription) {
      Instant cut = subscription.cadence().cutAfter(last, subscription.zone());
      if (tick.watched()) {
        return cut;
      }
      Instant further = subscription.cadence().cutAfter(cut, subscription.zone());
      while (!further.isAfter(tick.instant())) {
        cut = further;
        further = subscription.cadence().cutAfter(cut, subscription.zone());
      }
      return cut;
    }
  }
}
