package io.gistmill.classifier;

import static io.gistmill.classifier.TestPosts.posted;
import static io.gistmill.classifier.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.ImpossibleEventException;
import io.gistmill.runtime.state.RefusedLaterException;
import io.gistmill.testsupport.MemoryTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitingIntakeTest {

  private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");

  private final MemoryTable<SeenPost> seen = new MemoryTable<>();
  private final MemoryTable<String> order = new MemoryTable<>();
  private final MemoryTable<IntakeClock> clock = new MemoryTable<>();
  private final MemoryTable<ClassifierSwitch> switches = new MemoryTable<>();
  private final MemoryTable<PostEvent> waiting = new MemoryTable<>();
  private final SlowWords words = new SlowWords();
  private final List<Decision<Answer>> out = new ArrayList<>();
  private WaitingIntake intake = start(words);

  @AfterEach
  void close() {
    words.close();
  }

  @Test
  void noEventOvertakesAPostThatWaits() {
    // given
    feed(tick(NOON), posted("p1", "a mill"), tick(NOON.plusSeconds(900)));
    feed(new PostEvent.Withdrawn("p1"));
    int before = out.size();

    // when
    words.letAll();
    finish();

    // then
    assertThat(before).isEqualTo(1);
    assertThat(kinds()).containsExactly("Ticked", "Tagged", "Ticked", "Withdrawn");
    assertThat(waiting.size()).isZero();
  }

  @Test
  void postsThatCameMeanwhileAreAskedAboutTogether() {
    // given
    feed(tick(NOON), posted("p0", "a mill"));
    Awaitility.await().until(() -> words.asked.size() == 1);
    for (int i = 1; i <= 40; i++) {
      feed(posted("p" + i, "a wheel"));
    }

    // when
    words.letAll();
    finish();

    // then
    assertThat(words.asked).extracting(List::size).containsExactly(1, 32, 8);
    assertThat(kinds()).hasSize(42);
  }

  @Test
  void aRepeatIsNotAskedAbout() {
    // given
    feed(tick(NOON), posted("p1", "a mill"), posted("p1", "a mill"));

    // when
    words.letAll();
    finish();
    feed(posted("p1", "a mill"));

    // then
    assertThat(words.asked).containsExactly(List.of("p1"));
    assertThat(kinds()).containsExactly("Ticked", "Tagged", "Duplicate", "Duplicate");
  }

  @Test
  void whatLookedLikeARepeatAndIsNoneAnyMoreIsAskedAbout() {
    // given
    feed(tick(NOON), posted("p1", "a mill"));
    words.batches.release();
    finish();
    feed(posted("p1", "a wheel"), posted("p1", "a mill"));

    // when
    words.letAll();
    finish();

    // then
    assertThat(kinds()).containsExactly("Ticked", "Tagged", "Tagged", "Tagged");
    assertThat(topics(3)).containsExactly("mill");
  }

  @Test
  void postsBehindASwitchAreAskedOfWhatHoldsAfterIt() {
    // given
    feed(tick(NOON), posted("p1", "a mill and rye"));
    feed(new PostEvent.Switched(WordClassifier.switchTo("2", "rye")));
    feed(posted("p2", "a mill and rye"));

    // when
    words.letAll();
    finish();
    feed(posted("p3", "a mill and rye"));
    finish();

    // then
    assertThat(kinds()).containsExactly("Ticked", "Tagged", "Switched", "Tagged", "Tagged");
    assertThat(topics(1)).containsExactly("mill");
    assertThat(topics(3)).containsExactly("rye");
    assertThat(topics(4)).containsExactly("rye");
  }

  @Test
  void afterARestartThoseInLineAreAskedAboutAgain() {
    // given
    feed(tick(NOON), posted("p1", "a mill and rye"));
    feed(new PostEvent.Switched(WordClassifier.switchTo("2", "rye")));
    feed(posted("p2", "a mill and rye"));
    commit();

    // when
    var next = new SlowWords();
    next.letAll();
    intake = start(next);
    finish();

    // then
    assertThat(kinds()).containsExactly("Ticked", "Tagged", "Switched", "Tagged");
    assertThat(topics(3)).containsExactly("rye");
  }

  @Test
  void aFullLineHoldsUpWhoeverBringsMoreUntilThereIsRoom() {
    // given
    intake = start(words, () -> 0L);
    words.letAll();
    feed(tick(NOON));

    // when
    int longest = 0;
    for (int i = 0; i < 1_000; i++) {
      feed(posted("p" + i, "a mill"));
      longest = Math.max(longest, waiting.size());
    }
    finish();

    // then
    assertThat(longest).isLessThanOrEqualTo(WaitingIntake.ROOM + 1);
    assertThat(kinds()).hasSize(1_001).doesNotContain("Duplicate");
    assertThat(out)
        .extracting(decision -> Objects.requireNonNull(decision.value()).event())
        .noneMatch(WaitingIntakeTest::failed);
  }

  @Test
  void allThatComeBeforeACommitShareOnePatience() {
    // given
    var now = new AtomicLong();
    var second = Duration.ofSeconds(1).toNanos();
    intake = start(words, () -> now.getAndAdd(second));
    feed(tick(NOON));
    for (int i = 0; i < WaitingIntake.ROOM; i++) {
      feed(posted("p" + i, "a mill"));
    }

    // when
    for (int i = 0; i < 10; i++) {
      feed(posted("more" + i, "a mill"));
    }
    long held = now.get();
    intake.work(() -> true, out::add);
    feed(posted("last", "a mill"));
    long heldAgain = now.get() - held;

    // then
    assertThat(held).isBetween(5 * second, 40 * second);
    assertThat(heldAgain).isGreaterThanOrEqualTo(5 * second);
    assertThat(waiting.size()).isEqualTo(WaitingIntake.ROOM + 11);
  }

  @Test
  void afterARefusalPostsAreAskedOfWhatIsSwitchedToNext() {
    // given
    feed(tick(NOON), posted("p1", "a mill and rye"));
    feed(new PostEvent.Switched(WordClassifier.switchTo("2", "rye")));
    feed(new PostEvent.Corrected("p1", List.of("stones"), List.of()));
    words.letAll();
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> intake.work(() -> true, out::add))
                    .isInstanceOf(RefusedLaterException.class));
    finish();

    // when
    feed(new PostEvent.Switched(WordClassifier.switchTo("3", "mill")));
    feed(posted("p2", "a mill and rye"));
    finish();

    // then
    assertThat(kinds()).containsExactly("Ticked", "Tagged", "Switched", "Switched", "Tagged");
    assertThat(topics(4)).containsExactly("mill");
  }

  @Test
  void anImpossibleCorrectionInLineIsRefusedAloneWhenItsTurnComes() {
    // given
    feed(tick(NOON), posted("p1", "a mill"));
    feed(new PostEvent.Corrected("p1", List.of("stones"), List.of()), posted("p2", "a wheel"));
    words.letAll();

    // when
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> intake.work(() -> true, out::add))
                    .isInstanceOfSatisfying(
                        RefusedLaterException.class,
                        e ->
                            assertThat(new String(e.value(), StandardCharsets.UTF_8))
                                .contains("corrected/1", "stones"))
                    .hasCauseInstanceOf(ImpossibleEventException.class));
    finish();

    // then
    assertThat(kinds()).containsExactly("Ticked", "Tagged", "Tagged");
  }

  @Test
  void theAnswersAreThoseOfAskingOneByOneWhateverTheBatchesAndKills() {
    // given
    var random = new Random(7);
    var events = new ArrayList<PostEvent>();
    events.add(tick(NOON));
    for (int i = 0; i < 300; i++) {
      events.add(posted("p" + random.nextInt(80), random.nextBoolean() ? "a mill" : "a wheel"));
      if (i % 50 == 0) {
        events.add(tick(NOON.plusSeconds(900L * (i + 1))));
      }
    }
    words.letAll();
    List<Decision<Answer>> expected = oneByOne(events);

    // when
    feedWithKills(events, random);

    // then
    assertThat(out).isEqualTo(expected);
  }

  @Test
  void whoLeavesAsksNoMoreOfWhatNobodyHasBegun() {
    // given
    feed(tick(NOON), posted("p0", "a mill"));
    Awaitility.await().until(() -> words.asked.size() == 1);
    feed(posted("p1", "a mill"), posted("p2", "a mill"));
    intake.leave();

    // when
    intake = startAnew();
    feed(posted("q1", "a mill"));
    words.letAll();
    finish();

    // then
    assertThat(words.asked).containsExactly(List.of("p0"), List.of("q1"));
  }

  @Test
  void taggersAreHeldAsLongAsSomebodyInLineNeedsThem() {
    // given
    feed(tick(NOON), posted("p1", "a mill"));
    feed(new PostEvent.Switched(WordClassifier.switchTo("2", "rye")), posted("p2", "rye"));
    feed(new PostEvent.Switched(WordClassifier.switchTo("3", "oats")), posted("p3", "oats"));
    List<Integer> inLine = words.uses();

    // when
    words.letAll();
    finish();
    List<Integer> after = words.uses();
    intake.leave();

    // then
    assertThat(inLine).containsExactly(1, 1, 1);
    assertThat(after).containsExactly(0, 0, 1);
    assertThat(words.uses()).containsOnly(0);
    assertThat(out).noneMatch(each -> failed(Objects.requireNonNull(each.value()).event()));
  }

  @Test
  void whoLeavesHoldsNoTaggerOfASwitchInLine() {
    feed(tick(NOON), posted("p1", "a mill"));
    feed(new PostEvent.Switched(WordClassifier.switchTo("2", "rye")));

    intake.leave();

    assertThat(words.uses()).containsExactly(0, 0);
  }

  private List<Decision<Answer>> oneByOne(List<PostEvent> events) {
    var tables =
        new IntakeTables(
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>());
    var alone = new Intake(tables, words, 2, 4);
    var decisions = new ArrayList<Decision<Answer>>();
    events.forEach(event -> alone.accept(event, decisions::add));
    return decisions;
  }

  private void feedWithKills(List<PostEvent> events, Random random) {
    int committed = 0;
    int written = 0;
    for (int i = 0; i < events.size(); i++) {
      feed(events.get(i));
      if (random.nextInt(10) == 0) {
        commit();
        committed = i + 1;
        written = out.size();
      } else if (random.nextInt(20) == 0) {
        rollBack();
        intake = start(words);
        out.subList(written, out.size()).clear();
        i = committed - 1;
      }
    }
    finish();
  }

  private void feed(PostEvent... events) {
    for (PostEvent event : events) {
      intake.accept(event, out::add);
      intake.work(() -> true, out::add);
    }
  }

  private void finish() {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(2))
        .until(() -> intake.work(() -> true, out::add) && !intake.waits());
  }

  private List<String> kinds() {
    return out.stream()
        .map(decision -> Objects.requireNonNull(decision.value()).event())
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  private List<String> topics(int index) {
    if (Objects.requireNonNull(out.get(index).value()).event()
        instanceof TaggedEvent.Tagged tagged) {
      return tagged.post().topics().stream().map(tag -> tag.topic()).toList();
    }
    throw new AssertionError("no post: " + out.get(index));
  }

  private static boolean failed(TaggedEvent event) {
    return event instanceof TaggedEvent.Tagged tagged
        && tagged.post().outcomes().stream().anyMatch(Outcome.Failed.class::isInstance);
  }

  /// In another partition.
  private WaitingIntake startAnew() {
    return new WaitingIntake(
        new IntakeTables(
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>()),
        words,
        3,
        4,
        System::nanoTime);
  }

  private WaitingIntake start(Taggers taggers) {
    return start(taggers, System::nanoTime);
  }

  private WaitingIntake start(Taggers taggers, LongSupplier nanoClock) {
    return new WaitingIntake(
        new IntakeTables(seen, order, clock, switches, waiting), taggers, 2, 4, nanoClock);
  }

  private void commit() {
    List.of(seen, order, clock, switches, waiting).forEach(MemoryTable::commit);
  }

  private void rollBack() {
    List.of(seen, order, clock, switches, waiting).forEach(MemoryTable::rollBack);
  }
}
