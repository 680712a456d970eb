package io.gistmill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

  private static final Topics TOPICS = new Topics("gistmill", 4, 2);
  private static final String DAYS_36 = "3110400000";
  private static final String DAYS_28 = "2419200000";
  private static final String DAYS_400 = "34560000000";

  static List<Topic<?>> everyTopic() {
    return Stream.concat(TOPICS.all().stream(), Stream.of(TOPICS.stream("rag"))).toList();
  }

  @Test
  void namesStandInOnePlace() {
    // when
    List<String> names = everyTopic().stream().<String>map(Topic::name).toList();

    // then
    assertThat(names)
        .containsExactly(
            "gistmill.posts",
            "gistmill.tagged",
            "gistmill.stories",
            "gistmill.subscriptions",
            "gistmill.digests",
            "gistmill.deliveries",
            "gistmill.clock",
            "gistmill.sources",
            "gistmill.source-state",
            "gistmill.rejects",
            "gistmill.topic.rag");
  }

  @Test
  void liveStreamsAreKnownByTheirNames() {
    // given
    var names =
        List.of("gistmill.posts", "gistmill.topic.rag", "gistmill.topic.all", "other.topic.x");

    // when, then
    assertThat(TOPICS.streams(names)).containsExactly("all", "rag");
  }

  /// Retention goes by record time: with the time of events an old archive would be deleted.
  @ParameterizedTest
  @MethodSource("everyTopic")
  void recordsBearTheTimeOfWriting(Topic<?> topic) {
    // when
    Map<String, String> settings = topic.settings();

    // then
    assertThat(settings).containsEntry("message.timestamp.type", "LogAppendTime");
  }

  @Test
  void postsAndTheirTagsSharePartitions() {
    // when
    int partitions = TOPICS.posts().partitions();

    // then
    assertThat(partitions).isEqualTo(4);
    assertThat(TOPICS.tagged().partitions()).isEqualTo(4);
    assertThat(TOPICS.stream("rag").partitions()).isEqualTo(4);
  }

  @Test
  void subscriptionsAndTheirDigestsSharePartitions() {
    // when
    int partitions = TOPICS.subscriptions().partitions();

    // then
    assertThat(partitions).isEqualTo(2);
    assertThat(TOPICS.digests().partitions()).isEqualTo(2);
  }

  @Test
  void sourcesAndTheirStatesSharePartitionsAndKeepTheLatest() {
    // when
    List<Topic<?>> topics = List.of(TOPICS.sources(), TOPICS.sourceState());

    // then
    assertThat(topics)
        .allSatisfy(topic -> assertThat(topic.partitions()).isEqualTo(2))
        .allSatisfy(
            topic -> assertThat(topic.settings()).containsEntry("cleanup.policy", "compact"));
  }

  @Test
  void storiesAreAGlobalMatter() {
    // when
    Topic<?> stories = TOPICS.stories();

    // then
    assertThat(stories.partitions()).isEqualTo(1);
    assertThat(stories.settings()).containsEntry("cleanup.policy", "compact");
  }

  @Test
  void oneInstanceAtATimeRunsTheClock() {
    // when
    Topic<?> clock = TOPICS.clock();

    // then
    assertThat(clock.partitions()).isEqualTo(1);
    assertThat(clock.settings()).containsEntry("cleanup.policy", "compact");
  }

  @Test
  void logsOutliveTheHorizon() {
    // when
    Map<String, String> posts = TOPICS.posts().settings();

    // then
    assertThat(posts).containsEntry("cleanup.policy", "delete");
    assertThat(posts).containsEntry("retention.ms", DAYS_36);
    assertThat(TOPICS.tagged().settings()).containsEntry("retention.ms", DAYS_36);
    assertThat(TOPICS.digests().settings()).containsEntry("retention.ms", DAYS_28);
  }

  @Test
  void subscriptionsKeepTheirHistory() {
    // when
    Map<String, String> settings = TOPICS.subscriptions().settings();

    // then
    assertThat(settings)
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("min.compaction.lag.ms", DAYS_400);
  }

  @Test
  void twoSystemsShareAClusterWithoutMeeting() {
    // given
    var other = new Topics("trial", 4, 2);

    // when
    List<String> names = other.all().stream().<String>map(Topic::name).toList();

    // then
    assertThat(names).allMatch(name -> name.startsWith("trial."));
    assertThat(other.application("desk")).isEqualTo("trial-desk");
  }

  @Test
  void aTopicHasAPartition() {
    // when, then
    assertThatThrownBy(() -> new Topic<>("none", Serdes.String(), Serdes.String(), 0, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("none needs at least one partition, not 0");
  }
}
