package io.gistmill.classifier;

import static io.gistmill.classifier.TestPosts.post;
import static io.gistmill.classifier.TestPosts.posted;
import static io.gistmill.classifier.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.api.Usage;
import io.gistmill.classifier.api.summary.Draft;
import io.gistmill.domain.Language;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Summarised;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.runtime.state.Decision;
import io.gistmill.testsupport.MemoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SummariesTest {

  private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");
  private static final String MILL = "The mill by the river grinds rye again, says the miller.";
  private static final String HEADLINE_FELL =
      "its headline cannot be shown: the number 12 does not stand in the post";
  private static final SummaryRules RULES = new SummaryRules(30, true);

  private final IntakeTables tables =
      new IntakeTables(
          new MemoryTable<>(),
          new MemoryTable<>(),
          new MemoryTable<>(),
          new MemoryTable<>(),
          new MemoryTable<>());
  private final Tallies tallies = new Tallies();
  private final List<Decision<Answer>> out = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void whatIsWrittenAboutAPostIsRecordedWithItsTags() {
    // given
    Quill quill = new Quill(post -> new Draft.Written("The mill grinds rye", List.of(MILL)));
    WaitingIntake intake = intake(WordClassifier.taggers(), quill);

    // when
    feed(intake, tick(NOON), posted("p1", MILL));

    // then
    TaggedPost tagged = tagged("p1");
    assertThat(tagged.topics()).extracting(tag -> tag.topic()).containsExactly("mill");
    assertThat(tagged.summary())
        .isEqualTo(new Summarised.Written("quill@1", "The mill grinds rye", List.of(MILL)));
    assertThat(quill.languages()).containsExactly(Language.EN);
  }

  @Test
  void onlyPostsThatAreWorthItAreAskedAbout() {
    // given
    Quill quill = Quill.copying();
    WaitingIntake intake = intake(WordClassifier.taggers(), quill);
    var history = post("old", MILL);

    // when
    feed(intake, tick(NOON));
    feed(intake, posted("short", "A mill."));
    feed(intake, posted("without-topic", MILL.replace("mill", "barn")));
    feed(intake, posted("in-greek", "Ο μύλος αλέθει ξανά σίκαλη, λέει ο μυλωνάς: mill"));
    feed(intake, new PostEvent.Backfilled(history), new PostEvent.Retagged(history, "1"));
    feed(intake, posted("p1", MILL), posted("p1", MILL));
    feed(intake, posted("p1", MILL + " It is old."));

    // then
    assertThat(quill.asked()).containsExactly("p1", "p1");
    assertThat(tagged("without-topic").summary()).isNull();
    assertThat(tagged("old").summary()).isNull();
  }

  @Test
  void whatTheSummariserCannotDoIsRecordedAndThePostGoesOn() {
    // given
    Quill quill =
        new Quill(
            post ->
                switch (post.id()) {
                  case "failed" -> new Draft.Failed("the ink is out");
                  case "thrown" -> throw new IllegalStateException("no ink");
                  case "untrue" -> new Draft.Written(MILL, List.of("The wheel turned 12 times."));
                  default -> Quill.copy(post);
                });
    WaitingIntake intake = intake(WordClassifier.taggers(), quill);

    // when
    feed(intake, tick(NOON));
    feed(intake, posted("failed", MILL), posted("thrown", MILL), posted("untrue", MILL));

    // then
    assertThat(reason("failed")).isEqualTo("the ink is out");
    assertThat(reason("thrown")).contains("it threw").contains("no ink");
    assertThat(reason("untrue")).contains("the number 12 does not stand in the post");
    assertThat(tagged("untrue").topics()).hasSize(1);
  }

  @Test
  void draftsThatAreRefusedCountAsFailuresAndTheSummariserIsLeftAloneForAWhile() {
    // given
    Quill quill = new Quill(post -> new Draft.Written("The wheel turned 12 times", List.of(MILL)));
    WaitingIntake intake = intake(WordClassifier.taggers(), quill);

    // when
    feed(intake, tick(NOON));
    for (int i = 0; i <= 10; i++) {
      feed(intake, posted("p" + i, MILL));
    }

    // then
    assertThat(reason("p0")).isEqualTo(HEADLINE_FELL);
    assertThat(reason("p10")).contains("it has failed too often");
    Tally tally = tallies.of("quill@1");
    assertThat(tally.failures(Failure.REPORTED)).isEqualTo(10);
    assertThat(tally.answered()).isZero();
  }

  @Test
  void aPostThatComesAgainWhileItWaitsIsAskedAboutOnceThoughItsDateDiffers() {
    // given
    var mayWrite = new CountDownLatch(1);
    Quill quill = copyingAfter(mayWrite);
    WaitingIntake intake = intake(WordClassifier.taggers(), quill);
    Post post = post("p1", MILL);

    // when
    intake.accept(tick(NOON), out::add);
    intake.accept(new PostEvent.Posted(post), out::add);
    intake.accept(new PostEvent.Posted(dated(post, NOON)), out::add);
    intake.accept(posted("p1", MILL + " It is old."), out::add);
    mayWrite.countDown();
    finish(intake);

    // then: an edit is asked about anew
    assertThat(quill.asked()).containsExactly("p1", "p1");
    assertThat(out)
        .extracting(
            decision -> Objects.requireNonNull(decision.value()).event().getClass().getSimpleName())
        .containsExactly("Ticked", "Tagged", "Duplicate", "Tagged");
  }

  private static Post dated(Post post, Instant published) {
    return new Post(
        post.id(),
        post.origin(),
        post.author(),
        post.handle(),
        published,
        post.dateInferred(),
        post.link(),
        post.title(),
        post.text(),
        post.quoted(),
        post.notes(),
        post.links());
  }

  @Test
  void whatTheSummariserHasUsedIsShownWithTheClassifiers() {
    // given
    WaitingIntake intake = intake(WordClassifier.taggers(), Quill.copying());

    // when
    feed(intake, tick(NOON), posted("p1", MILL));

    // then: it is noted a moment after the answer
    Awaitility.await().until(() -> !tallies.of("quill@1").usage().isEmpty());
    assertThat(tallies.of("quill@1").usage())
        .containsExactly(new Usage("drops", 1, OptionalDouble.of(10)));
  }

  @Test
  void oneThatHangsIsGivenUp() {
    // given
    var never = new CountDownLatch(1);
    Quill quill =
        new Quill(
            post -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return new Draft.Failed("interrupted");
            });
    // A clock on which each look takes ten seconds: a call is given up after some slices.
    var now = new AtomicLong();
    var summaries =
        new Summaries(
            quill, RULES, new Tallies(), () -> now.addAndGet(Duration.ofSeconds(10).toNanos()));
    open.add(summaries);
    WaitingIntake intake =
        new WaitingIntake(tables, WordClassifier.taggers(), summaries, 2, 4, System::nanoTime);

    // when
    feed(intake, tick(NOON), posted("p1", MILL));

    // then
    assertThat(reason("p1")).contains("it gave no answer within 30000 ms");
  }

  @Test
  void whereTooManyWaitPostsGoOnWithTheirOwnWords() {
    // given
    var mayWrite = new CountDownLatch(1);
    Quill quill = copyingAfter(mayWrite);
    WaitingIntake intake = intake(WordClassifier.taggers(), quill);
    var events = new ArrayList<PostEvent>(List.of(tick(NOON)));
    for (int i = 0; i <= Summaries.MOST_WAITING; i++) {
      events.add(posted("p" + i, MILL));
    }

    // when
    events.forEach(event -> intake.accept(event, out::add));
    mayWrite.countDown();
    finish(intake);

    // then
    assertThat(tagged("p0").summary()).isInstanceOf(Summarised.Written.class);
    assertThat(reason("p" + Summaries.MOST_WAITING)).contains("too many other posts wait");
  }

  @Test
  void aSummariserIsAskedWhenSlowClassifiersHaveSpoken() {
    // given
    var words = new SlowWords();
    open.add(words);
    Quill quill = Quill.copying();
    WaitingIntake intake = intake(words, quill);
    intake.accept(tick(NOON), out::add);
    intake.accept(posted("p1", MILL), out::add);
    intake.accept(posted("p2", MILL.replace("mill", "barn")), out::add);
    intake.work(() -> true, out::add);
    List<String> before = quill.asked();

    // when
    words.letAll();
    finish(intake);

    // then
    assertThat(before).isEmpty();
    assertThat(quill.asked()).containsExactly("p1");
    assertThat(tagged("p1").summary()).isInstanceOf(Summarised.Written.class);
  }

  private static Quill copyingAfter(CountDownLatch mayWrite) {
    return new Quill(
        post -> {
          try {
            mayWrite.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Quill.copy(post);
        });
  }

  private WaitingIntake intake(Taggers taggers, Quill quill) {
    var summaries = new Summaries(quill, RULES, tallies, System::nanoTime);
    open.add(summaries);
    return new WaitingIntake(tables, taggers, summaries, 2, 4, System::nanoTime);
  }

  private void feed(WaitingIntake intake, PostEvent... events) {
    for (PostEvent event : events) {
      intake.accept(event, out::add);
      finish(intake);
    }
  }

  private void finish(WaitingIntake intake) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(2))
        .until(() -> intake.work(() -> true, out::add) && !intake.waits());
  }

  private String reason(String id) {
    @Nullable Summarised summary = tagged(id).summary();
    if (summary instanceof Summarised.Failed failed) {
      return failed.reason();
    }
    throw new AssertionError("it did not fail: " + summary);
  }

  private TaggedPost tagged(String id) {
    return out.stream()
        .map(decision -> Objects.requireNonNull(decision.value()).event())
        .filter(TaggedEvent.Tagged.class::isInstance)
        .map(event -> ((TaggedEvent.Tagged) event).post())
        .filter(each -> each.post().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
