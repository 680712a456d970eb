package io.gistmill.classifier.tck;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;

/// The classifier on trial.
///
/// @param given posts of its author, which should get topics
record Subject(ClassifierFactory factory, List<Post> given) {

  /// The author's posts and some of other people.
  List<Post> ordinary() {
    return Stream.concat(given.stream(), Posts.ordinary().stream()).toList();
  }

  /// Makes a classifier, lets it work and closes it once.
  <T> T with(Function<Classifier, T> work) {
    try (Classifier classifier = made()) {
      return work.apply(classifier);
    }
  }

  @SuppressWarnings("ConstantValue") // Foreign code may not know of nullness.
  Classifier made() {
    Classifier made = factory.create();
    BrokenPromise.unless(made != null, "create() returns null; return a classifier");
    return made;
  }

  /// The outcomes of some posts in one call, each checked.
  static List<Outcome> ask(Classifier classifier, List<Post> posts) {
    List<Outcome> outcomes = classifier.classify(posts);
    requireWhole(outcomes, posts.size());
    return outcomes;
  }

  @SuppressWarnings("ConstantValue")
  private static void requireWhole(List<Outcome> outcomes, int posts) {
    BrokenPromise.unless(
        outcomes != null, "classify() returns null; return a list with an outcome for each post");
    BrokenPromise.unless(
        outcomes.size() == posts,
        "it returns "
            + outcomes.size()
            + " outcomes for "
            + posts
            + " posts; return one for each post, also for those without topic");
    for (Outcome outcome : outcomes) {
      BrokenPromise.unless(
          outcome != null, "an outcome is null; a post without topic gets Outcome.Tagged with none");
    }
  }

  /// The outcomes of some posts, each in a call of its own.
  static List<Outcome> askEach(Classifier classifier, List<Post> posts) {
    var outcomes = new ArrayList<Outcome>();
    posts.forEach(post -> outcomes.add(ask(classifier, List.of(post)).getFirst()));
    return outcomes;
  }

  /// Runs something on a new thread and waits for it.
  static <T> T elsewhere(Callable<T> work)
      throws InterruptedException, ExecutionException {
    return start(work).get();
  }

  static <T> FutureTask<T> start(Callable<T> work) {
    var task = new FutureTask<T>(work);
    Thread.ofPlatform().daemon().name("classifier-tck-other").start(task);
    return task;
  }
}
