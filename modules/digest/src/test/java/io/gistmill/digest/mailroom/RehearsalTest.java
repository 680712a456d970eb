package io.gistmill.digest.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.digest.mailroom.Rehearsal.Answer;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is shown before it is sent, and made again after.
class RehearsalTest {

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aPreviewHasTheBytesOfTheDigestThatIsCutThen(long seed) {
    // given
    var world = new World(seed);
    var rig = new Rig();
    int copied = 0;
    int compared = 0;
    for (SubscriptionEvent event : world.subscriptions) {
      Map<String, Answer> previews = new TreeMap<>();
      if (event instanceof SubscriptionEvent.Ticked(Tick tick)) {
        copied = copyUpTo(tick, world, rig, copied);
        previews.putAll(previewsUpTo(tick, world, rig));
      }
      int before = rig.digests().size();

      // when
      rig.feed(event);

      // then
      for (Digest digest : firstOfEach(rig.digests().subList(before, rig.digests().size()))) {
        Answer preview = previews.get(digest.subscription().id());
        if (preview instanceof Answer.Foreseen) {
          assertThat(bytes(preview)).as("seed %d, %s", seed, digest.id()).isEqualTo(bytes(digest));
          compared++;
        }
      }
    }
    assertThat(compared).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aDigestOfTheLastWeekIsRebuiltWithItsHash(long seed) {
    // given
    var world = new World(seed);
    var rig = new Rig();
    int copied = 0;
    int rebuilt = 0;
    for (SubscriptionEvent event : world.subscriptions) {
      if (event instanceof SubscriptionEvent.Ticked(Tick tick)) {
        copied = copyUpTo(tick, world, rig, copied);
      }
      rig.feed(event);
    }
    Instant recent = world.ticks.getLast().instant().minus(Duration.ofDays(7));

    for (Digest digest : rig.digests()) {
      if (digest.cut().isAfter(recent) && isOf(digest.subscription(), world.constant())) {
        // when
        Answer answer = new Rehearsal(rig.mailroomTables(), rig.stories).rebuild(digest.id());

        // then
        assertThat(bytes(answer)).as("seed %d, %s", seed, digest.id()).isEqualTo(bytes(digest));
        rebuilt++;
      }
    }
    assertThat(rebuilt).as("seed %d", seed).isNotNegative();
  }

  @Test
  void whoIsNotHereIsElsewhere() {
    assertThat(new Rehearsal(new Rig().mailroomTables(), new Rig().stories).preview("x", null))
        .isEqualTo(new Answer.Elsewhere());
  }

  @Test
  void aPreviewOfOneThatIsNewIsItsFirstDigest() {
    // given
    var rig = new Rig();
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1"));
    rig.tick("2023-12-01T09:00:00Z", "2023-12-01T00:00:00Z");
    rig.subscribe("ada", daily("ada", "ada-all"));

    // when
    Answer preview = preview(rig, "ada-all");

    // then
    rig.tick("2023-12-01T09:15:00Z", "2023-12-01T09:00:00Z");
    assertThat(rig.digests()).hasSize(1);
    assertThat(bytes(preview)).isEqualTo(bytes(rig.digests().getFirst()));
  }

  @Test
  void ofTwoThatAreNewEachHasItsOwnPreview() {
    // given
    var rig = new Rig();
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1"));
    rig.tick("2023-12-01T09:00:00Z", "2023-12-01T00:00:00Z");
    rig.subscribe("ada", daily("ada", "ada-all"), daily("ada", "ada-too"));

    // when
    Answer first = preview(rig, "ada-all");

    // then
    assertThat(first)
        .isInstanceOfSatisfying(
            Answer.Foreseen.class,
            made -> assertThat(made.digest().subscription().id()).isEqualTo("ada-all"));
  }

  @Test
  void oneThatCameBeforeTheFirstTickBeginsLater() {
    // given
    var rig = new Rig();
    rig.subscribe("ada", daily("ada", "ada-all"));

    // when
    Answer preview = preview(rig, "ada-all");

    // then
    assertThat(preview).isEqualTo(new Answer.Begins());
  }

  @Test
  void aPreviewSaysUpToWhenPostsAreInIt() {
    // given
    var rig = new Rig();
    var often =
        new Subscription("ada-all", "ada", "all", new Cadence.QuarterHourly(), ZoneOffset.UTC, 9);
    rig.subscribe("ada", often);
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.tick("2023-12-01T09:00:00Z", "2023-12-01T00:00:00Z");

    // when
    Answer preview = preview(rig, "ada-all");

    // then
    assertThat(preview)
        .isEqualTo(
            new Answer.Nothing(
                Instant.parse("2023-12-01T09:15:00Z"), Instant.parse("2023-12-01T09:00:00Z")));
  }

  private static Answer preview(Rig rig, String id) {
    return new Rehearsal(rig.mailroomTables(), rig.stories).preview(id, null);
  }

  private static SamplePost post(String id) {
    return SamplePost.of(id, Instant.parse("2023-12-01T05:00:00Z"));
  }

  private static Subscription daily(String subscriber, String id) {
    var midnight = new Cadence.Daily(LocalTime.MIDNIGHT);
    return new Subscription(id, subscriber, "all", midnight, ZoneOffset.UTC, 9)
        .by(List.of(Channel.EMAIL));
  }

  @Test
  void aRehearsalWritesNothing() {
    // given
    var world = new World(7);
    var rig = new Rig();
    copyUpTo(world.ticks.getFirst(), world, rig, 0);
    world.subscriptions.subList(0, 2).forEach(rig::feed);
    world.stories.forEach(rig::copy);
    int sizes = sizes(rig);

    // when
    String id = world.constant().getFirst().id();
    Answer answer = new Rehearsal(rig.mailroomTables(), rig.stories).preview(id, null);

    // then
    assertThat(answer).isNotEqualTo(new Answer.Elsewhere());
    assertThat(sizes(rig)).isEqualTo(sizes);
  }

  @Test
  void whatIsNoDigestIsRefusedWithAnExample() {
    Answer answer =
        new Rehearsal(new Rig().mailroomTables(), new Rig().stories).rebuild("nonsense");

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.reason()).contains("reader-1.20250305T1600Z"));
  }

  private static int sizes(Rig rig) {
    return rig.issued.size() + rig.pages.size() + rig.weeks.size() + rig.aliases.size();
  }

  private static boolean isOf(Subscription subscription, List<Subscription> all) {
    return all.contains(subscription);
  }

  /// Of the subscriptions whose next cut this tick makes, and that nobody skips.
  private static Map<String, Answer> previewsUpTo(Tick tick, World world, Rig rig) {
    var previews = new TreeMap<String, Answer>();
    for (Subscription subscription : world.constant()) {
      Standing standing = rig.subscriptions.get(subscription.id());
      if (tick.watched() && standing != null && !standing.nextCut().isAfter(tick.instant())) {
        previews.put(
            subscription.id(),
            new Rehearsal(rig.mailroomTables(), rig.stories).preview(subscription.id(), null));
      }
    }
    return previews;
  }

  private static List<Digest> firstOfEach(List<Digest> digests) {
    var first = new TreeMap<String, Digest>();
    digests.forEach(digest -> first.putIfAbsent(digest.subscription().id(), digest));
    return new ArrayList<>(first.values());
  }

  /// Where nothing was sent at the cut asked for, a later one came first.
  private static String bytes(Answer answer) {
    return switch (answer) {
      case Answer.Foreseen(Digest digest, _) -> bytes(digest);
      case Answer.Made(Digest digest, boolean same) when same -> bytes(digest);
      default -> answer.toString();
    };
  }

  private static String bytes(Digest digest) {
    return Json.MAPPER.writeValueAsString(digest);
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
}
