package io.gistmill.classifier;

import io.gistmill.classifier.api.Usage;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a classifier on the calling thread, and has an answer whatever it throws.
final class Guarded {

  private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

  private final ActiveClassifier active;
  private final SparseLog log;

  Guarded(ActiveClassifier active, LongSupplier nanoClock) {
    this.active = active;
    this.log = new SparseLog(LOG, nanoClock);
  }

  /// One answer for each post, or empty when what came back is none for any: then which post is the
  /// reason shows when they are asked about one by one.
  // Foreign code on a thread of its own: nothing that it throws may get further, and an allocation
  // that failed there leaves the others their memory.
  @SuppressWarnings("PMD.AvoidCatchingThrowable")
  Optional<List<Answered>> together(List<Post> posts) {
    try {
      List<Outcome> outcomes = active.classifier().classify(posts);
      return outcomes == null || outcomes.size() != posts.size()
          ? Optional.empty()
          : Optional.of(checked(posts, outcomes));
    } catch (Throwable e) {
      return Optional.empty();
    }
  }

  /// What it says that it has used; what cannot be read is left out.
  @SuppressWarnings("PMD.AvoidCatchingThrowable")
  List<Usage> usage() {
    try {
      List<Usage> usage = active.classifier().usage();
      return usage == null ? List.of() : usage.stream().filter(Objects::nonNull).toList();
    } catch (Throwable e) {
      log.warn(active.id(), "none", "it does not say what it has used", e);
      return List.of();
    }
  }

  private List<Answered> checked(List<Post> posts, List<Outcome> outcomes) {
    var answers = new ArrayList<Answered>();
    for (int i = 0; i < posts.size(); i++) {
      answers.add(checkedOne(posts.get(i), outcomes.get(i)));
    }
    return answers;
  }

  /// What is wrong with one answer is no reason to doubt the others.
  private Answered checkedOne(Post post, @Nullable Outcome outcome) {
    try {
      return new OutcomeCheck(active, post).check(outcome);
    } catch (RuntimeException e) {
      return threw(post, e);
    }
  }

  /// On a thread of its own, where it may throw anything.
  @SuppressWarnings("PMD.AvoidCatchingThrowable")
  Answered alone(Post post) {
    try {
      return ask(post);
    } catch (Throwable e) {
      return threw(post, e);
    }
  }

  /// On the thread of the stream: when the memory of the process is at its end, that is no matter
  /// of the classifier alone.
  Answered inPlace(Post post) {
    try {
      return ask(post);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      return threw(post, e);
    }
  }

  private Answered ask(Post post) {
    return new OutcomeCheck(active, post).check(active.classifier().classify(List.of(post)));
  }

  private Answered threw(Post post, Throwable cause) {
    log.warn(active.id(), post.id(), "it threw", cause);
    return Answered.failed(active.id(), Failure.THREW, "it threw " + text(cause));
  }

  /// An exception of foreign code may have a foreign message.
  private static String text(Throwable cause) {
    try {
      return cause.toString();
    } catch (RuntimeException | StackOverflowError e) {
      return cause.getClass().getName();
    }
  }
}
