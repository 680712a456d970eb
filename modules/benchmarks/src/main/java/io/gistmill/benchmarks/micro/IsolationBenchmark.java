package io.gistmill.benchmarks.micro;

import io.gistmill.classifier.ActiveClassifier;
import io.gistmill.classifier.Answer;
import io.gistmill.classifier.IntakeTables;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.WaitingIntake;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.runtime.state.Decision;
import io.gistmill.testsupport.MemoryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs a post that its classifier is kept apart from the stream: the same classifier
/// asked in place, on a thread of its own for one post at a time, and for those that wait in line.
/// What they do without a classifier is in each of them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@OperationsPerInvocation(Day.POSTS)
public class IsolationBenchmark {

  private final List<Post> posts = Day.posts();
  private final Tagger nobody = tagger();
  private final Tagger inPlace = tagger(Day.taxonomy());
  private final Tagger apart = tagger(apart(Day.taxonomy()));

  private static Tagger tagger(ActiveClassifier... classifiers) {
    return new Tagger(List.of(classifiers), Tagger.THRESHOLD, System::nanoTime);
  }

  private static ActiveClassifier apart(ActiveClassifier same) {
    return new ActiveClassifier(same.id(), same.topics(), same.classifier());
  }

  @Benchmark
  public List<TaggedEvent> withoutClassifier() {
    return Day.tagged(posts, nobody);
  }

  @Benchmark
  public List<TaggedEvent> inPlace() {
    return Day.tagged(posts, inPlace);
  }

  @Benchmark
  public List<TaggedEvent> onePostAtATime() {
    return Day.tagged(posts, apart);
  }

  @Benchmark
  public List<Decision<Answer>> inLine() {
    var tables =
        new IntakeTables(
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>());
    var intake = new WaitingIntake(tables, Taggers.of(apart), 0, 1, System::nanoTime);
    var out = new ArrayList<Decision<Answer>>();
    intake.accept(new PostEvent.Ticked(Day.BEGIN), out::add);
    for (Post post : posts) {
      intake.accept(new PostEvent.Posted(post), out::add);
      var ignored = intake.work(() -> true, out::add);
    }
    while (intake.waits()) {
      var ignored = intake.work(() -> true, out::add);
      Thread.onSpinWait();
    }
    return out;
  }
}
