package io.gistmill.benchmarks.micro;

import io.gistmill.classifier.Tagger;
import io.gistmill.digest.mailroom.Mailroom;
import io.gistmill.digest.mailroom.MailroomTables;
import io.gistmill.digest.mailroom.ShownTables;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.runtime.state.Decision;
import io.gistmill.testsupport.MemoryTable;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What the cut of a day of a thousand posts costs, by the number of subscribers to all of it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class WindowBenchmark {

  @Param({"1", "100"})
  public int subscribers;

  private final MemoryTable<StoryEvent> stories = new MemoryTable<>();

  @Setup
  public void foldTheDay() {
    var tagger = new Tagger(List.of(Day.taxonomy()), Tagger.THRESHOLD, System::nanoTime);
    for (Decision<StoryEvent> decision : Day.folded(Day.tagged(Day.posts(), tagger))) {
      StoryEvent event = decision.value();
      if (event != null) {
        stories.put(decision.key(), event);
      }
    }
  }

  @Benchmark
  public List<Decision<DigestEvent>> cut() {
    var mailroom = new Mailroom(tables(), stories, 0, 1);
    var out = new ArrayList<Decision<DigestEvent>>();
    subscriptions().forEach(event -> mailroom.accept(event, out::add));
    mailroom.accept(new SubscriptionEvent.Ticked(Day.BEGIN), out::add);
    mailroom.accept(new SubscriptionEvent.Ticked(Day.END), out::add);
    mailroom.work(() -> true, out::add);
    return out;
  }

  private List<SubscriptionEvent> subscriptions() {
    return IntStream.range(0, subscribers)
        .mapToObj(number -> "s" + number)
        .<SubscriptionEvent>map(
            id -> new SubscriptionEvent.Subscribed(id, List.of(subscription(id))))
        .toList();
  }

  private static Subscription subscription(String id) {
    return new Subscription(
        id, id, Subscription.ALL, new Cadence.Daily(LocalTime.MIDNIGHT), ZoneOffset.UTC, 30);
  }

  private static MailroomTables tables() {
    return new MailroomTables(
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new ShownTables(
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>()));
  }
}
