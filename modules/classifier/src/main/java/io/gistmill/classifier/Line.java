package io.gistmill.classifier;

import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.runtime.state.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Events of one partition that wait for their turn, in the order in which they came. They stand in
/// a table, so that a restart finds them again; what was asked about them is held in memory only.
final class Line {

  /// Greater than every key.
  private static final String END = "~";

  private final Table<PostEvent> table;
  private final Deque<Waiting> line = new ArrayDeque<>();
  private long next;

  Line(Table<PostEvent> table) {
    this.table = table;
  }

  /// Shows what was left over by an earlier run, in order.
  void restore(Consumer<Waiting> each) {
    table.scan(
        "",
        END,
        (key, event) -> {
          var waiting = new Waiting(key, event);
          line.add(waiting);
          next = Long.parseLong(key) + 1;
          each.accept(waiting);
          return true;
        });
  }

  /// @param asked about it, if anything was
  void add(PostEvent event, @Nullable Asked asked) {
    var waiting = new Waiting(String.format(Locale.ROOT, "%019d", next++), event);
    table.put(waiting.key, event);
    waiting.asked = asked;
    line.add(waiting);
  }

  boolean isEmpty() {
    return line.isEmpty();
  }

  int size() {
    return line.size();
  }

  @Nullable Waiting head() {
    return line.peek();
  }

  /// What was asked already about the same post that waits too, if anything was.
  Optional<Asked> asked(Tagger tagger, Post post, @Nullable Summaries summaries) {
    return line.stream()
        .map(Waiting::asked)
        .filter(asked -> asked != null && asked.covers(tagger, post, summaries))
        .findFirst();
  }

  /// Takes back what was asked; those in line stay in the table, for whoever goes on with it.
  void leave() {
    for (Waiting waiting : line) {
      if (waiting.asked != null) {
        waiting.asked.drop();
      }
    }
    line.clear();
  }

  /// Asks for the summaries of those whose topics are known by now.
  void goOn() {
    line.stream().map(Waiting::asked).filter(Objects::nonNull).forEach(Asked::goOn);
  }

  void removeHead() {
    table.delete(line.remove().key);
  }

  /// One of them.
  static final class Waiting {
    private final String key;
    private final PostEvent event;
    private @Nullable Asked asked;

    Waiting(String key, PostEvent event) {
      this.key = key;
      this.event = event;
    }

    PostEvent event() {
      return event;
    }

    @Nullable Asked asked() {
      return asked;
    }

    void asked(@Nullable Asked questions) {
      asked = questions;
    }
  }
}
