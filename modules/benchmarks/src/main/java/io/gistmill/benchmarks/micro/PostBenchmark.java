package io.gistmill.benchmarks.micro;

import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.runtime.state.Decision;
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

/// What one post of 500 characters costs.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@OperationsPerInvocation(Day.POSTS)
public class PostBenchmark {

  private final List<Post> posts = Day.posts();
  private final Classifier taxonomy = Day.taxonomy().classifier();
  private final Tagger nobody = new Tagger(List.of(), Tagger.THRESHOLD, System::nanoTime);
  private final List<TaggedEvent> tagged =
      Day.tagged(posts, new Tagger(List.of(Day.taxonomy()), Tagger.THRESHOLD, System::nanoTime));

  /// The classifier by taxonomy alone.
  @Benchmark
  public List<Outcome> classify() {
    var outcomes = new ArrayList<Outcome>(Day.POSTS);
    for (Post post : posts) {
      outcomes.addAll(taxonomy.classify(List.of(post)));
    }
    return outcomes;
  }

  /// All that is found out about a post without a classifier: content hash, language, signature,
  /// identity links.
  @Benchmark
  public List<TaggedEvent> fingerprint() {
    return Day.tagged(posts, nobody);
  }

  /// Headline, summary and score of a post, and its way into a story.
  @Benchmark
  public List<Decision<StoryEvent>> fold() {
    return Day.folded(tagged);
  }
}
