package io.gistmill.classifier.tck;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/// The promises of a classifier.
final class ClassifierTrials {

  private static final Duration ENDING = Duration.ofSeconds(5);

  /// A trial may run on a busy machine.
  private static final int PATIENCE = 4;

  private final Subject subject;
  private final OutcomeTrial trial;

  private final Duration ending;

  ClassifierTrials(Subject subject) {
    this(subject, ENDING);
  }

  /// @param ending how long threads may take to end after `close`
  ClassifierTrials(Subject subject, Duration ending) {
    this.ending = ending;
    this.subject = subject;
    this.trial = new OutcomeTrial(subject.factory().id(), Set.copyOf(subject.factory().topics()));
  }

  List<Check> all() {
    return List.of(
        new Check("classifier 1: one outcome for each post, in their order", this::order),
        new Check("classifier 2: the same answer whatever else is in the batch", this::batches),
        new Check("classifier 2: the same answer twice, and from another thread", this::twice),
        new Check("classifier 3: posts of people are not all failures", this::works),
        new Check("classifier 3: odd posts are no reason to throw", this::odd),
        new Check("classifier 3: nor are posts of a megabyte", this::huge),
        new Check("classifier 4: outcomes and tags name the classifier", this::names),
        new Check("classifier 4: topics are among its own, each once, from 0 to 1", this::topics),
        new Check("classifier 5: evidence stands in the post, where it says", this::evidence),
        new Check("classifier 6: it answers within its time limit", this::inTime),
        new Check("its author's posts get topics", this::given),
        new Check("classifier 7: close() ends its threads", this::close),
        new Check("classifier 7: close() without any post before it", this::closeUnused));
  }

  private void order() {
    List<Post> posts = subject.ordinary();
    List<Post> backwards = posts.reversed();
    List<Outcome> each = subject.with(one -> Subject.askEach(one, posts));
    List<Outcome> together = subject.with(one -> Subject.ask(one, backwards));
    BrokenPromise.unless(
        together.reversed().equals(each),
        "outcomes do not stand in the order of the posts, or depend on it");
  }

  private void batches() {
    List<Post> posts =
        Stream.concat(subject.ordinary().stream(), Posts.odd(subject.given()).stream()).toList();
    List<Outcome> each = subject.with(one -> Subject.askEach(one, posts));
    List<Outcome> together = subject.with(one -> Subject.ask(one, posts));
    for (int i = 0; i < posts.size(); i++) {
      BrokenPromise.unless(
          each.get(i).equals(together.get(i)),
          "a post gets another answer in a batch: "
              + together.get(i)
              + " instead of "
              + each.get(i)
              + "; look at one post at a time");
    }
  }

  private void twice() {
    List<Post> posts = subject.ordinary();
    subject.with(
        one -> {
          List<Outcome> first = Subject.ask(one, posts);
          BrokenPromise.unless(
              Subject.ask(one, posts).equals(first),
              "the second answer differs from the first; keep no memory of posts, and use neither"
                  + " chance nor the clock");
          BrokenPromise.unless(
              fromElsewhere(one, posts).equals(first),
              "it answers differently on another thread; calls come one at a time, though not"
                  + " always from the same thread");
          return first;
        });
  }

  private static List<Outcome> fromElsewhere(Classifier classifier, List<Post> posts) {
    try {
      return Subject.elsewhere(() -> Subject.ask(classifier, posts));
    } catch (Exception e) {
      throw new BrokenPromise("on another thread it fails: " + e.getCause());
    }
  }

  private void works() {
    List<Outcome> outcomes = subject.with(one -> Subject.askEach(one, subject.ordinary()));
    if (outcomes.stream().allMatch(Outcome.Failed.class::isInstance)) {
      throw new BrokenPromise(
          "every post failed: "
              + ((Outcome.Failed) outcomes.getFirst()).reason()
              + "; see that create() finds what the classifier needs");
    }
  }

  private void odd() {
    subject.with(one -> Subject.askEach(one, Posts.odd(subject.given())));
  }

  private void huge() {
    subject.with(one -> Subject.askEach(one, Posts.huge(subject.given())));
  }

  private void names() {
    outcomes().forEach(answer -> trial.names(answer.outcome()));
  }

  private void topics() {
    outcomes().forEach(answer -> trial.topics(answer.outcome()));
  }

  private void evidence() {
    outcomes().forEach(answer -> trial.evidence(answer.post(), answer.outcome()));
  }

  private record Answer(Post post, Outcome outcome) {}

  private List<Answer> outcomes() {
    var posts = new ArrayList<>(subject.ordinary());
    posts.addAll(Posts.odd(subject.given()));
    List<Outcome> outcomes = subject.with(one -> Subject.askEach(one, posts));
    var answers = new ArrayList<Answer>();
    for (int i = 0; i < posts.size(); i++) {
      answers.add(new Answer(posts.get(i), outcomes.get(i)));
    }
    return answers;
  }

  private void inTime() {
    Duration limit = subject.factory().timeLimit();
    subject.with(
        one -> {
          for (Post post : subject.ordinary()) {
            long start = System.nanoTime();
            Subject.ask(one, List.of(post));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            BrokenPromise.unless(
                took.compareTo(limit.multipliedBy(PATIENCE)) <= 0,
                "a post took "
                    + took.toMillis()
                    + " ms; be quicker, do slow work in create(), or raise timeLimit(), which is "
                    + limit.toMillis()
                    + " ms");
          }
          return one;
        });
  }

  private void given() {
    List<Outcome> outcomes = subject.with(one -> Subject.askEach(one, subject.given()));
    for (int i = 0; i < outcomes.size(); i++) {
      BrokenPromise.unless(
          outcomes.get(i) instanceof Outcome.Tagged tagged && !tagged.tags().isEmpty(),
          "a post that should get a topic gets "
              + outcomes.get(i)
              + ": "
              + excerpt(subject.given().get(i)));
    }
  }

  private static String excerpt(Post post) {
    String text = post.text();
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }

  private void close() throws Exception {
    var group = new ThreadGroup("classifier-tck-close");
    workIn(group);
    long deadline = System.nanoTime() + ending.toNanos();
    for (Thread thread : threads(group)) {
      thread.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      BrokenPromise.unless(
          !thread.isAlive(),
          "its thread '" + thread.getName() + "' is alive after close(); end it there");
    }
  }

  /// Threads that it starts there, and those that they start, belong to the group.
  private void workIn(ThreadGroup group) throws Exception {
    var work = new FutureTask<>(() -> subject.with(one -> Subject.ask(one, subject.ordinary())));
    Thread worker = Thread.ofPlatform().daemon().group(group).name(group.getName()).start(work);
    try {
      work.get();
      worker.join();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static List<Thread> threads(ThreadGroup group) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> group.equals(thread.getThreadGroup()) && !isOfAll(thread))
        .toList();
  }

  /// The JDK keeps these threads for whoever comes next.
  private static boolean isOfAll(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
        && worker.getPool() == ForkJoinPool.commonPool();
  }

  private void closeUnused() {
    subject.made().close();
  }
}
