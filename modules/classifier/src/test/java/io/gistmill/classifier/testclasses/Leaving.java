package io.gistmill.classifier.testclasses;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.List;
import java.util.function.IntConsumer;

/// Ends the process in one way or another.
public final class Leaving implements Runnable, Classifier {

  /// Each in a frame of its own.
  public enum Way {
    EXIT,
    RUNTIME_EXIT,
    HALT,
    REFERENCE,
    BOUND_REFERENCE,
    LAMBDA,
    BRANCH,
    INTERFACE
  }

  private final Way way;

  public Leaving(String way) {
    this.way = Way.valueOf(way);
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    run();
    return List.of();
  }

  @Override
  public void run() {
    switch (way) {
      case EXIT -> System.exit(3);
      case RUNTIME_EXIT -> Runtime.getRuntime().exit(3);
      case HALT -> Runtime.getRuntime().halt(3);
      case REFERENCE -> accept(System::exit);
      case BOUND_REFERENCE -> accept(Runtime.getRuntime()::halt);
      case LAMBDA -> accept(code -> System.exit(code + 1));
      case BRANCH -> branch(way.name());
      case INTERFACE -> new Door() {}.leave();
    }
  }

  private static void accept(IntConsumer end) {
    end.accept(3);
  }

  /// Goes on behind the call, with other types on the stack.
  private static void branch(String text) {
    Object last = text;
    for (int i = 0; i < 3; i++) {
      if (last instanceof String word && word.length() > i) {
        System.exit(word.length());
        last = Integer.valueOf(i);
      } else {
        last = text + i;
      }
    }
    throw new IllegalStateException("went on: " + last);
  }

  interface Door {
    default void leave() {
      System.exit(4);
    }
  }
}
