package io.gistmill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.gateway.stream.StreamSettings;
import io.gistmill.testsupport.kafka.TestBroker;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Live streams over real HTTP.
@Timeout(120)
class StreamTest {

  private static TestBroker broker;

  @BeforeAll
  static void start() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void nothingIsLostAndNothingComesTwiceOverReconnects(@TempDir Path folder) throws Exception {
    // given: posts keep coming
    long seed = 77;
    int count = 6_000;
    try (var rig = new Rig(broker, "resume", folder)) {
      rig.tick(Samples.NOW);
      rig.settle();
      Thread writer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < count; i++) {
                      rig.write(numbered(i));
                      if (i % 50 == 0) {
                        rig.flush();
                      }
                    }
                    rig.flush();
                  });

      // when: a reader goes away and comes back again and again, the gateway restarts too
      List<String> read = readWithReconnects(rig, new Random(seed), count);
      writer.join();

      // then
      assertThat(read).as("seed %d", seed).doesNotHaveDuplicates().hasSize(count);
    }
  }

  private static List<String> readWithReconnects(Rig rig, Random random, int count)
      throws Exception {
    var read = new ArrayList<String>();
    String place = null;
    int connections = 0;
    while (read.size() < count) {
      if (++connections == 8) {
        rig.restart();
        rig.settle();
      }
      String address = rig.address() + "/streams/all?since=1970-01-01T00:00:00Z";
      try (SseReader reader = SseReader.open(address, place)) {
        int stay = random.nextInt(10, 800);
        while (stay-- > 0 && read.size() < count) {
          SseReader.Event event = reader.next();
          // A reader that is told to be slow comes back as any other.
          if (event == null || event.name().equals("slow")) {
            break;
          }
          assertThat(event.name()).isEqualTo("post");
          read.add(event.data().get("id").asString());
        }
        place = reader.lastId();
      }
    }
    return read;
  }

  @Test
  void aReaderGetsThePostsOfItsTopicsAndAllThatTakesPostsBack(@TempDir Path folder)
      throws Exception {
    try (var rig = new Rig(broker, "topics", folder)) {
      rig.tick(Samples.NOW);
      rig.settle();
      try (SseReader rag = SseReader.open(rig.address() + "/streams/rag,agents", null);
          SseReader other = SseReader.open(rig.address() + "/streams/other", null)) {
        // when: one partition, hence one order
        rig.write(about("x", Samples.tag("models", 0.9)));
        rig.write(about("x"));
        rig.write(about("x", Samples.tag("rag", 0.9)));
        rig.write(
            new TaggedEvent.Corrected("x", Samples.NOW, 3, List.of(Samples.tag("agents", 1))));
        rig.write(new TaggedEvent.Withdrawn("x", Samples.NOW, 4));

        // then
        SseReader.Event post = event(rag);
        assertThat(post.name()).isEqualTo("post");
        assertThat(post.data().get("topics").get(0).get("name").asString()).isEqualTo("Retrieval");
        assertThat(List.of(event(rag).name(), event(rag).name()))
            .containsExactly("corrected", "withdrawn");
        assertThat(event(other).data().get("topics")).isEmpty();
        assertThat(event(other).name()).isEqualTo("corrected");
      }
    }
  }

  @Test
  void sinceGoesBackByTime(@TempDir Path folder) throws Exception {
    try (var rig = new Rig(broker, "since", folder)) {
      rig.tick(Samples.NOW);
      rig.write(numbered(1));
      rig.settle();

      try (SseReader reader = SseReader.open(rig.address() + "/streams/all?since=PT1H", null)) {
        assertThat(event(reader).data().get("id").asString()).isEqualTo("n1");
      }
      try (SseReader reader = SseReader.open(rig.address() + "/streams/all", null)) {
        rig.write(numbered(2));
        assertThat(event(reader).data().get("id").asString()).isEqualTo("n2");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"P99999D", "PT9999999H", "1969-01-01T00:00:00Z"})
  void whatIsEarlierThanAnyLogMeansItsBeginning(String since, @TempDir Path folder)
      throws Exception {
    try (var rig = new Rig(broker, "early-" + since.length(), folder)) {
      rig.tick(Samples.NOW);
      rig.write(numbered(1));
      rig.settle();

      try (SseReader reader = SseReader.open(rig.address() + "/streams/all?since=" + since, null)) {
        assertThat(event(reader).data().get("id").asString()).isEqualTo("n1");
      }
    }
  }

  @Test
  void anIdOfAnotherLogIsToldAndTheStreamBeginsNow(@TempDir Path folder) throws Exception {
    try (var rig = new Rig(broker, "gap", folder)) {
      rig.tick(Samples.NOW);
      rig.settle();

      try (SseReader reader = SseReader.open(rig.address() + "/streams/all", "1-zzz-0.0.0")) {
        rig.write(numbered(1));

        assertThat(Objects.requireNonNull(reader.opening()).name()).isEqualTo("gap");
        assertThat(event(reader).name()).isEqualTo("post");
      }
    }
  }

  @Test
  void wrongRequestsAreRefusedWithTheMend(@TempDir Path folder) throws Exception {
    try (var rig =
        new Rig(broker, "refused", folder, new StreamSettings(1, 10, Duration.ofSeconds(1)))) {
      rig.tick(Samples.NOW);
      rig.settle();

      HttpResponse<String> unknown = rig.get("/streams/rag,weather");
      HttpResponse<String> since = rig.get("/streams/all?since=yesterday");
      HttpResponse<String> never = rig.get("/streams/all?since=PT-2562047788015215H");
      try (SseReader _ = SseReader.open(rig.address() + "/streams/all", null)) {
        HttpResponse<String> full = rig.get("/streams/all");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body())
            .contains("weather", "agents", "other")
            .doesNotContain("rag,weather");
        assertThat(since.statusCode()).isEqualTo(400);
        assertThat(since.body()).contains("PT1H");
        assertThat(never.statusCode()).isEqualTo(400);
        assertThat(full.statusCode()).isEqualTo(503);
        assertThat(full.headers().firstValue("Retry-After")).isPresent();
      }
    }
  }

  @Test
  void aSlowReaderIsToldAndLosesNothing(@TempDir Path folder) throws Exception {
    // given: a small buffer and 56 MB of posts, more than the buffers of the network grow to
    try (var rig =
        new Rig(broker, "slow", folder, new StreamSettings(5, 20, Duration.ofSeconds(1)))) {
      rig.tick(Samples.NOW);
      rig.settle();
      int count = 4_000;
      var read = new ArrayList<String>();
      String place;

      // when: the reader does not read while all come
      try (SseReader reader = SseReader.open(rig.address() + "/streams/all", null)) {
        for (int i = 0; i < count; i++) {
          rig.write(large(i));
        }
        rig.settle();
        SseReader.Event event = reader.next();
        while (event != null && event.name().equals("post")) {
          read.add(event.data().get("id").asString());
          event = reader.next();
        }
        assertThat(Objects.requireNonNull(event, "the end came without a word").name())
            .isEqualTo("slow");
        assertThat(reader.next()).isNull();
        place = reader.lastId();
      }

      // then
      while (read.size() < count) {
        place = readOn(rig, place, read, count);
      }
      assertThat(read).doesNotHaveDuplicates().hasSize(count);
    }
  }

  private static @Nullable String readOn(
      Rig rig, @Nullable String place, List<String> read, int count)
      throws IOException, InterruptedException {
    try (SseReader reader = SseReader.open(rig.address() + "/streams/all", place)) {
      SseReader.Event event = reader.next();
      while (event != null && event.name().equals("post")) {
        read.add(event.data().get("id").asString());
        event = read.size() < count ? reader.next() : null;
      }
      return reader.lastId();
    }
  }

  private static SseReader.Event event(SseReader reader) throws IOException {
    return Objects.requireNonNull(reader.next(), "the stream ended");
  }

  private static TaggedEvent numbered(int i) {
    return about("n" + i, Samples.tag("rag", 0.5));
  }

  private static TaggedEvent large(int i) {
    return Samples.tagged(Samples.post("l" + i, "A", "", "words ".repeat(2_400)), Samples.NOW, 1);
  }

  private static TaggedEvent about(String id, Tag... tags) {
    return Samples.tagged(Samples.post(id, "A", "", "Words of " + id), Samples.NOW, 1, tags);
  }
}
