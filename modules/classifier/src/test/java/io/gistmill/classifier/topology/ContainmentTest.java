package io.gistmill.classifier.topology;

import static io.gistmill.classifier.TestPosts.posted;
import static io.gistmill.classifier.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.ActiveClassifier;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.WordClassifier;
import io.gistmill.classifier.api.Classifier;
import io.gistmill.contracts.EventKeys;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One classifier does whatever it should not, beside one that does well, in the running topology.
@Timeout(120)
@SuppressWarnings("NullAway.Init") // Every test starts a topology first.
class ContainmentTest {

  private static final Topics TOPICS = new Topics("test", 4, 2);
  private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");
  private static final String LEFT_ALONE = "it was not asked, since it has failed too often";

  @TempDir private Path folder;

  /// By how much time is ahead of the real one.
  private final AtomicLong ahead = new AtomicLong();

  private final CountDownLatch mended = new CountDownLatch(1);
  private final List<TaggedEvent> events = new ArrayList<>();
  private int sent;

  private Tagger tagger;
  private TopologyTestDriver driver;
  private TestInputTopic<String, PostEvent> posts;
  private TestOutputTopic<String, TaggedEvent> tagged;

  @AfterEach
  void stop() {
    mended.countDown();
    driver.close();
    tagger.close();
  }

  @ParameterizedTest
  @EnumSource
  void isRecordedAndHoldsUpNeitherTheOthersTagsNorTheTicks(Misdeed misdeed) {
    // given: each call that fills the heap has it collected whole, several times
    start(misdeed);
    int count = misdeed == Misdeed.EXHAUSTS_MEMORY ? 1 : 3;

    // when
    sendPostsAndTicks(count);
    awaitEvents();

    // then
    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .isEqualTo(
            Stream.generate(() -> List.of("Tagged", "Ticked"))
                .limit(count)
                .flatMap(List::stream)
                .toList());
    assertThat(taggedPosts())
        .allSatisfy(post -> assertThat(post.topics()).extracting(Tag::topic).contains("mill"));
    if (misdeed.reason() == null) {
      assertThat(taggedPosts()).extracting(ContainmentTest::ofBad).containsOnly(Misdeed.good());
    } else {
      assertThat(taggedPosts())
          .extracting(ContainmentTest::ofBad)
          .anySatisfy(
              outcome ->
                  assertThat(outcome)
                      .isInstanceOfSatisfying(
                          Outcome.Failed.class,
                          failed -> assertThat(failed.reason()).startsWith(misdeed.reason())));
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FLOODS_LOGS", "EXHAUSTS_MEMORY"})
  void isLeftAloneAfterFailuresAndTriedAgainWhenThePauseIsOver(Misdeed misdeed) {
    // given
    start(misdeed);
    sendPostsAndTicks(12);
    awaitEvents();
    sendPostsAndTicks(1);
    awaitEvents();
    Outcome last = ofBad(taggedPosts().getLast());

    // when
    mended.countDown();
    ahead.addAndGet(Duration.ofSeconds(31).toNanos());
    sendUntilItAnswers();

    // then
    assertThat(last).isEqualTo(new Outcome.Failed(Misdeed.ID, leftAlone(misdeed)));
    assertThat(ofBad(taggedPosts().getLast())).isEqualTo(Misdeed.good());
  }

  private static String leftAlone(Misdeed misdeed) {
    return misdeed == Misdeed.HANGS ? "it is still busy with an earlier post" : LEFT_ALONE;
  }

  /// Threads that were let go of need a moment to end.
  private void sendUntilItAnswers() {
    Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              ahead.addAndGet(Duration.ofSeconds(31).toNanos());
              sendPostsAndTicks(1);
              awaitEvents();
              return ofBad(taggedPosts().getLast()).equals(Misdeed.good());
            });
  }

  private void sendPostsAndTicks(int count) {
    for (int i = 0; i < count; i++) {
      posts.pipeInput("p" + sent, posted("p" + sent, "a mill"));
      posts.pipeInput(EventKeys.TICK, tick(NOON.plus(Tick.QUARTER.multipliedBy(sent))));
      sent++;
    }
  }

  private void awaitEvents() {
    Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              driver.advanceWallClockTime(Duration.ofMillis(20));
              events.addAll(tagged.readValuesToList());
              return events.size() == 2 * sent;
            });
  }

  private List<TaggedPost> taggedPosts() {
    return events.stream()
        .filter(TaggedEvent.Tagged.class::isInstance)
        .map(event -> ((TaggedEvent.Tagged) event).post())
        .toList();
  }

  private static Outcome ofBad(TaggedPost post) {
    return post.outcomes().getLast();
  }

  private void start(Misdeed misdeed) {
    Classifier classifier = asked -> answer(misdeed, asked);
    var bad =
        new ActiveClassifier(
            Misdeed.ID,
            new TreeSet<>(List.of("wheel")),
            classifier,
            false,
            false,
            misdeed == Misdeed.HANGS ? Duration.ofMillis(300) : Duration.ofSeconds(30));
    tagger =
        new Tagger(
            List.of(WordClassifier.active("good@1", 0.8, "mill"), bad),
            Tagger.THRESHOLD,
            () -> System.nanoTime() + ahead.get());
    driver =
        new TopologyTestDriver(
            new ClassifierTopology(TOPICS, Taggers.of(tagger), false).build(), settings(), NOON);
    posts =
        driver.createInputTopic(
            TOPICS.posts().name(), new StringSerializer(), TOPICS.posts().values().serializer());
    tagged =
        driver.createOutputTopic(
            TOPICS.tagged().name(),
            TOPICS.tagged().keys().deserializer(),
            TOPICS.tagged().values().deserializer());
  }

  private List<Outcome> answer(Misdeed misdeed, List<Post> asked) {
    return mended.getCount() > 0
        ? misdeed.classify(asked, mended)
        : asked.stream().map(post -> Misdeed.good()).toList();
  }

  private Properties settings() {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test-containment");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    return settings;
  }
}
