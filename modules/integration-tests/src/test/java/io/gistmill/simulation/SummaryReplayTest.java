package io.gistmill.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gistmill.classifier.Answer;
import io.gistmill.classifier.IntakeTables;
import io.gistmill.classifier.Summaries;
import io.gistmill.classifier.SummaryRules;
import io.gistmill.classifier.Tallies;
import io.gistmill.classifier.WaitingIntake;
import io.gistmill.classifier.api.summary.Draft;
import io.gistmill.classifier.api.summary.Summariser;
import io.gistmill.classifier.api.summary.SummariserFactory;
import io.gistmill.contracts.Json;
import io.gistmill.digest.desk.Desk;
import io.gistmill.digest.desk.DeskTables;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a summariser wrote is read from the log: a summariser that never says the same twice is
/// asked once, and each reading of the log tells the same.
@Timeout(60)
class SummaryReplayTest {

  private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");
  private static final String OWN = "After much rain the mill of topic-1 grinds rye again. Good.";

  @Test
  void whoeverReadsTheLogAgainAsksNobodyAndTellsTheSame() {
    // given
    var moody = new Moody();
    List<byte[]> log = tagged(moody);

    // when
    List<StoryEvent> first = stories(log);
    List<StoryEvent> again = stories(log);

    // then
    assertThat(moody.asked).hasValue(2);
    assertThat(again).isEqualTo(first);
    assertThat(posts(first))
        .extracting(StoryPost::headline, StoryPost::generatedBy)
        .containsExactly(
            tuple("The mill grinds again", "moody@1"),
            tuple("After much rain the mill of topic-1 grinds rye again", null));
  }

  /// The bytes of the topic, written by a classifier that asks.
  private static List<byte[]> tagged(Moody moody) {
    var out = new ArrayList<Decision<Answer>>();
    var own = new SimulatedTables();
    var tables = new IntakeTables(own.table(), own.table(), own.table(), own.table(), own.table());
    try (var summaries =
        new Summaries(moody, new SummaryRules(20, true), new Tallies(), System::nanoTime)) {
      var intake =
          new WaitingIntake(tables, TopicsInText.taggers(), summaries, 0, 1, System::nanoTime);
      events().forEach(event -> intake.accept(event, out::add));
      Awaitility.await()
          .pollInterval(Duration.ofMillis(2))
          .until(() -> intake.work(() -> true, out::add) && !intake.waits());
    }
    return out.stream()
        .map(decision -> Objects.requireNonNull(decision.value()).event())
        .map(event -> Json.MAPPER.writerFor(TaggedEvent.class).writeValueAsBytes(event))
        .toList();
  }

  private static List<PostEvent> events() {
    return List.of(
        new PostEvent.Ticked(new Tick(NOON, null, true)),
        new PostEvent.Posted(post("p1", "anna")),
        new PostEvent.Ticked(new Tick(NOON.plus(Tick.QUARTER), NOON, true)),
        new PostEvent.Posted(post("p2", "bert")),
        new PostEvent.Ticked(
            new Tick(NOON.plus(Tick.QUARTER.multipliedBy(2)), NOON.plus(Tick.QUARTER), true)));
  }

  private static Post post(String id, String handle) {
    return new Post(
        id,
        new Origin("test", null),
        handle,
        handle,
        NOON,
        false,
        null,
        null,
        OWN,
        List.of(),
        List.of(),
        List.of());
  }

  private static List<StoryEvent> stories(List<byte[]> log) {
    var own = new SimulatedTables();
    var desk =
        new Desk(
            new DeskTables(
                own.table(),
                own.table(),
                own.table(),
                own.table(),
                own.table(),
                own.table(),
                own.table(),
                own.table(),
                own.table(),
                own.table(),
                own.table(),
                own.table(),
                own.table(),
                own.table()));
    var told = new ArrayList<Decision<StoryEvent>>();
    for (byte[] record : log) {
      desk.accept(Json.MAPPER.readValue(record, TaggedEvent.class), told::add);
      boolean done = false;
      while (!done) {
        done = desk.work(() -> true, told::add);
      }
    }
    return told.stream().map(Decision::value).filter(Objects::nonNull).toList();
  }

  private static List<StoryPost> posts(List<StoryEvent> stories) {
    return stories.stream()
        .filter(StoryEvent.Revised.class::isInstance)
        .flatMap(event -> ((StoryEvent.Revised) event).posts().stream())
        .toList();
  }

  /// Says something else each time, the second time something untrue.
  private static final class Moody implements SummariserFactory {

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public String name() {
      return "moody";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public Summariser create() {
      return (post, language) ->
          asked.incrementAndGet() == 1
              ? new Draft.Written("The mill grinds again", List.of("The mill grinds rye again."))
              : new Draft.Written("The mill burns", List.of("The mill made 12 loaves today."));
    }
  }
}
