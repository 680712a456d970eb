package io.gistmill.failure;

import static io.gistmill.failure.BadClassifiersProcess.BAD;
import static io.gistmill.failure.BadClassifiersProcess.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.EventKeys;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import io.gistmill.testsupport.kafka.TestBroker;
import io.gistmill.testsupport.process.ChildJvm;
import io.gistmill.testsupport.process.JavaProgram;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Three bad plug-ins and a `kill -9` at once.
@Timeout(300)
class FailurePolicyBadClassifiersTest {

  private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");
  private static final int POSTS = 400;

  @TempDir private Path folder;

  @Test
  void nothingIsLostAndNothingComesTwiceWhateverTheClassifiersDoAndWhoeverIsKilled() {
    try (TestBroker broker = TestBroker.start()) {
      // given
      broker.create(List.of(TOPICS.posts(), TOPICS.tagged(), TOPICS.rejects()));
      List<String> keys = write(broker, 0);

      // when
      try (ChildJvm first = start(broker, "first")) {
        assertThat(broker.read(TOPICS.tagged()).until(POSTS / 4)).isNotEmpty();
        keys.addAll(write(broker, 1));
        first.kill();
      }
      List<ConsumerRecord<String, TaggedEvent>> tagged;
      try (ChildJvm second = start(broker, "second")) {
        assertThat(second.isAlive()).isTrue();
        tagged = broker.read(TOPICS.tagged()).until(keys.size());
      }

      // then
      assertThat(tagged).extracting(ConsumerRecord::key).containsExactlyElementsOf(keys);
      assertThat(posts(tagged))
          .hasSize(2 * POSTS)
          .allSatisfy(FailurePolicyBadClassifiersTest::isSound);
      assertThat(broker.read(TOPICS.rejects()).all()).isEmpty();
    }
  }

  private static void isSound(TaggedPost post) {
    assertThat(post.topics()).extracting(Tag::classifier).containsExactly("good@1");
    assertThat(post.outcomes().subList(1, 4))
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Failed.class))
        .extracting(Outcome::classifier)
        .containsExactlyElementsOf(BAD);
  }

  private static List<TaggedPost> posts(List<ConsumerRecord<String, TaggedEvent>> records) {
    var posts = new ArrayList<TaggedPost>();
    for (ConsumerRecord<String, TaggedEvent> record : records) {
      if (record.value() instanceof TaggedEvent.Tagged(TaggedPost post)) {
        posts.add(post);
      }
    }
    return posts;
  }

  private ChildJvm start(TestBroker broker, String name) {
    ChildJvm started =
        JavaProgram.of(
                BadClassifiersProcess.class,
                broker.bootstrapServers(),
                folder.resolve("state").toString())
            .withHeap(256)
            .start(folder.resolve(name + ".log"));
    var ignored = started.awaitReady();
    return started;
  }

  /// @return the keys, in order
  private static List<String> write(TestBroker broker, int half) {
    var keys = new ArrayList<String>();
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            TOPICS.posts().values().serializer())) {
      for (int i = half * POSTS; i < (half + 1) * POSTS; i++) {
        send(producer, keys, "p" + i, new PostEvent.Posted(post("p" + i)));
        if (i % 20 == 0) {
          var tick = new Tick(NOON.plus(Tick.QUARTER.multipliedBy(i)), null, true);
          send(producer, keys, EventKeys.TICK, new PostEvent.Ticked(tick));
        }
      }
    }
    return keys;
  }

  private static void send(
      KafkaProducer<String, PostEvent> producer, List<String> keys, String key, PostEvent event) {
    var ignored = producer.send(new ProducerRecord<>(TOPICS.posts().name(), key, event));
    keys.add(key);
  }

  private static Post post(String id) {
    return new Post(
        id,
        new Origin("test", 1L),
        "Ilse Mbeki",
        "ilse",
        NOON,
        false,
        null,
        null,
        "a mill, number " + id,
        List.of(),
        List.of(),
        List.of());
  }
}
