package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.Usage;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SupervisedClassifierTest {

  private static final String ID = "odd@1";
  private static final Post POST = TestPosts.post("p1", "rag");
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  /// By how much time is ahead of the real one.
  private final AtomicLong ahead = new AtomicLong();

  private final AtomicInteger calls = new AtomicInteger();
  private final Tally tally = new Tally(ID);

  @Test
  void oneThatHangsIsGivenUpAndNotAskedBeforeItHasReturned() throws InterruptedException {
    // given
    var free = new CountDownLatch(1);
    var returned = new CountDownLatch(1);
    try (var hanging =
        supervised(
            SHORT,
            posts -> {
              calls.incrementAndGet();
              waitWhateverComes(free);
              returned.countDown();
              return answer();
            })) {

      // when
      Outcome first = ask(hanging);
      Outcome second = ask(hanging);
      free.countDown();
      returned.await();
      ahead.addAndGet(Duration.ofSeconds(31).toNanos());
      Outcome third = askUntilAnswered(hanging);

      // then
      assertThat(first).isEqualTo(failed("it gave no answer within 1000 ms"));
      assertThat(second).isEqualTo(failed("it is still busy with an earlier post"));
      assertThat(third).isEqualTo(answer().getFirst());
      assertThat(calls).hasValue(2);
    }
  }

  @Test
  void oneThatHangsIsInterrupted() throws InterruptedException {
    var interrupted = new CountDownLatch(1);
    try (var hanging =
        supervised(
            SHORT,
            posts -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return answer();
            })) {

      ask(hanging);

      interrupted.await();
    }
  }

  @Test
  void oneThatHangsAtTheEndIsClosedWhenItReturns() throws InterruptedException {
    // given
    var begun = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    var hanging =
        supervised(
            SHORT,
            new Classifier() {
              @Override
              public List<Outcome> classify(List<Post> posts) {
                begun.countDown();
                waitUntilInterrupted();
                return answer();
              }

              @Override
              public void close() {
                closed.countDown();
              }
            });
    hanging.ask(POST);
    begun.await();

    // when
    hanging.close();

    // then
    closed.await();
  }

  @Test
  void noCallHoldsMorePostsThanItsClassifierTakes() throws InterruptedException {
    // given
    var sizes = new CopyOnWriteArrayList<Integer>();
    var all = new CountDownLatch(10);
    Classifier counting =
        posts -> {
          sizes.add(posts.size());
          posts.forEach(_ -> all.countDown());
          return posts.stream().<Outcome>map(_ -> answer().getFirst()).toList();
        };
    var active =
        new ActiveClassifier(ID, new TreeSet<>(List.of("rag")), counting, false, false, LONG, 1);
    try (var classifier = supervised(LONG, active)) {

      // when
      for (int i = 0; i < 10; i++) {
        classifier.ask(POST);
      }
      all.await();

      // then
      assertThat(sizes).hasSize(10).containsOnly(1);
    }
  }

  @Test
  void oneThatFailsAgainAndAgainIsLeftAloneAndTriedLater() {
    // given
    var broken = new AtomicBoolean(true);
    try (var failing =
        supervised(
            LONG,
            posts -> {
              calls.incrementAndGet();
              if (broken.get()) {
                throw new IllegalStateException("no model");
              }
              return answer();
            })) {

      // when
      for (int i = 0; i < 3; i++) {
        ask(failing);
      }
      Outcome leftAlone = ask(failing);
      ahead.addAndGet(Duration.ofSeconds(31).toNanos());
      Outcome triedInVain = ask(failing);
      Outcome leftAloneAgain = ask(failing);
      broken.set(false);
      ahead.addAndGet(Duration.ofSeconds(31).toNanos());
      Outcome well = ask(failing);

      // then
      assertThat(leftAlone)
          .isEqualTo(failed("it was not asked, since it has failed too often"))
          .isEqualTo(leftAloneAgain);
      assertThat(triedInVain)
          .isEqualTo(failed("it threw java.lang.IllegalStateException: no model"));
      assertThat(well).isEqualTo(answer().getFirst());
      assertThat(calls).hasValue(5);
    }
  }

  @Test
  void failuresBetweenAnswersAreNoReasonToLeaveItAlone() {
    try (var moody =
        supervised(
            LONG,
            posts -> {
              if (calls.incrementAndGet() % 3 != 0) {
                throw new IllegalStateException("not today");
              }
              return answer();
            })) {

      for (int i = 0; i < 9; i++) {
        ask(moody);
      }

      assertThat(calls).hasValue(9);
    }
  }

  @Test
  void whatItHasUsedIsNotedAfterEachCallAndNeverStandsInItsWay() {
    // given
    var costly =
        new Classifier() {
          @Override
          public List<Outcome> classify(List<Post> posts) {
            return answer();
          }

          @Override
          public List<Usage> usage() {
            if (calls.incrementAndGet() > 1) {
              throw new IllegalStateException("no accounts today");
            }
            return List.of(new Usage("tokens", 30, OptionalDouble.of(120)));
          }
        };
    var shown = new CopyOnWriteArrayList<Usage>();
    tally.watchUsage(shown::add);
    try (var classifier = supervised(LONG, costly)) {

      // when
      Outcome first = ask(classifier);
      Outcome second = ask(classifier);
      Awaitility.await().until(() -> calls.get() == 2);

      // then
      assertThat(List.of(first, second)).containsOnly(answer().getFirst());
      assertThat(shown).hasSize(1);
      assertThat(tally.usedShare("tokens")).isEqualTo(0.25);
      assertThat(tally.used("money")).isNaN();
    }
  }

  private static Outcome ask(SupervisedClassifier classifier) {
    Question question = classifier.ask(POST);
    while (!question.isAnswered()) {
      classifier.look();
      question.await(Duration.ofMillis(20));
    }
    return question.answer();
  }

  /// The call has returned to our code, and its thread needs a moment to say so.
  private static Outcome askUntilAnswered(SupervisedClassifier classifier) {
    Outcome outcome = ask(classifier);
    while (outcome.equals(failed("it is still busy with an earlier post"))) {
      Thread.onSpinWait();
      outcome = ask(classifier);
    }
    return outcome;
  }

  private static void waitWhateverComes(CountDownLatch free) {
    while (free.getCount() > 0) {
      try {
        free.await();
      } catch (InterruptedException e) {
        // That is what makes it hang.
      }
    }
  }

  private static void waitUntilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SupervisedClassifier supervised(Duration answerWithin, Classifier classifier) {
    return supervised(
        answerWithin, new ActiveClassifier(ID, new TreeSet<>(List.of("rag")), classifier));
  }

  private SupervisedClassifier supervised(Duration answerWithin, ActiveClassifier active) {
    return new SupervisedClassifier(
        active, tally, new Supervision(answerWithin, 3, Duration.ofSeconds(30), this::nanos));
  }

  private long nanos() {
    return System.nanoTime() + ahead.get();
  }

  private static List<Outcome> answer() {
    return List.of(new Outcome.Tagged(ID, List.of()));
  }

  private static Outcome failed(String reason) {
    return new Outcome.Failed(ID, reason);
  }
}
