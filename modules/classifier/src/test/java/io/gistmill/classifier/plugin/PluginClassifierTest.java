package io.gistmill.classifier.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.classifier.TestPosts;
import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A create() that takes longer than the start waits for it.
@Timeout(60)
class PluginClassifierTest {

  private static final Duration SOON = Duration.ofMillis(50);
  private static final List<Post> POSTS = List.of(TestPosts.post("p", "text"));
  private static final List<Outcome> ANSWER = List.of(new Outcome.Failed("late@1", "here"));

  private final CountDownLatch ready = new CountDownLatch(1);
  private final AtomicInteger creates = new AtomicInteger();
  private final AtomicInteger closes = new AtomicInteger();
  private final PluginClassifier classifier =
      new PluginClassifier(
          "late@1", this::create, new PluginContext(ClassLoader.getSystemClassLoader()));

  @Test
  void noOtherIsMadeWhileTheFirstIsAtWork() {
    // given
    classifier.start(SOON);

    // when
    List<Outcome> outcomes = classifier.classify(POSTS);

    // then
    assertThat(outcomes)
        .containsExactly(
            new Outcome.Failed(
                "late@1", "it could not be made: its create() has not returned yet"));
    assertThat(creates).hasValue(1);
    ready.countDown();
  }

  @Test
  void theLateOneIsUsedAndClosed() {
    // given
    classifier.start(SOON);

    // when
    ready.countDown();

    // then
    await().until(() -> classifier.classify(POSTS).equals(ANSWER));
    classifier.close();
    assertThat(creates).hasValue(1);
    assertThat(closes).hasValue(1);
  }

  @Test
  void oneThatComesAfterTheEndIsClosed() {
    // given
    classifier.start(SOON);
    classifier.close();

    // when
    ready.countDown();

    // then
    await().until(() -> closes.get() == 1);
    assertThat(creates).hasValue(1);
  }

  /// Like much foreign code, it knows nothing of interruption.
  private Classifier create() {
    creates.incrementAndGet();
    boolean interrupted = true;
    while (interrupted) {
      try {
        ready.await();
        interrupted = false;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return new Classifier() {
      @Override
      public List<Outcome> classify(List<Post> posts) {
        return ANSWER;
      }

      @Override
      public void close() {
        closes.incrementAndGet();
      }
    };
  }
}
