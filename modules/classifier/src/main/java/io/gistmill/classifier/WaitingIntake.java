package io.gistmill.classifier;

import io.gistmill.contracts.Json;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.RefusedLaterException;
import io.gistmill.runtime.state.StateMachine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// An [Intake] whose slow classifiers are asked off the thread of the stream.
///
/// As long as all classifiers answer in place, events go straight to the intake. Otherwise posts
/// are asked about when they come, and every event waits in line until those before it are done
/// and, where it is a post, until its answers are there or their time is over: no tick overtakes a
/// post. Posts behind a switch are asked of the classifiers that hold after it. A repeat is not
/// asked about.
///
/// A summariser is asked behind the classifiers, about posts that come for the first time or with
/// other words, and about no others: nobody is shown the words of history again.
///
/// The line is short: when it is full, whoever brings an event waits for the head, but not for
/// ever: all that come before the next commit share one patience. After a restart, those that were
/// left in line are asked about again. When its partition moves away, what nobody has begun to
/// answer is asked no more.
public final class WaitingIntake implements StateMachine<PostEvent, Answer> {

  /// Four batches: one that is asked about, and enough to fill the next ones.
  public static final int ROOM = 4 * SupervisedClassifier.BATCH;

  /// How long a full line may hold up its reader between two commits. Much less than a transaction
  /// lasts, since partitions of one thread share one.
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration MOMENT = Duration.ofMillis(10);
  private static final Duration BUSY = Duration.ofMillis(200);

  private final Taggers taggers;
  private final @Nullable Summaries summaries;
  private final LongSupplier nanoClock;
  private final Intake intake;
  private final Line line;

  /// What will hold behind the last one in line; null while that is what holds now.
  private @Nullable Coming coming;

  /// Those of the switches in line, in their order.
  private final Deque<Tagger> ahead = new ArrayDeque<>();

  /// For how long a full line has held up its reader since the last turn between records.
  private long held;

  /// Whether the next turn belongs to an event, and is none between records.
  private boolean brought;

  private record Coming(SortedMap<String, ClassifierSwitch> switches, Tagger tagger) {}

  /// @param from which partition of posts this is, from 0
  /// @param of how many partitions there are
  /// @param nanoClock such as `System::nanoTime`; says how long a full line holds up its reader
  /// @throws IllegalArgumentException when a switch of an earlier run cannot be used here
  public WaitingIntake(
      IntakeTables tables, Taggers taggers, int from, int of, LongSupplier nanoClock) {
    this(tables, taggers, null, from, of, nanoClock);
  }

  /// The same with summaries.
  ///
  /// @param summaries null for none
  public WaitingIntake(
      IntakeTables tables,
      Taggers taggers,
      @Nullable Summaries summaries,
      int from,
      int of,
      LongSupplier nanoClock) {
    this.taggers = taggers;
    this.summaries = summaries;
    this.nanoClock = nanoClock;
    this.intake = new Intake(tables, taggers, from, of);
    this.line = new Line(tables.waiting());
    line.restore(this::restore);
  }

  /// @throws io.gistmill.runtime.state.ImpossibleEventException when a correction says nothing, or
  ///   names a topic that nobody knows, and does not have to wait
  /// @throws IllegalArgumentException when a switch cannot be used here
  @Override
  public void accept(PostEvent event, Consumer<Decision<Answer>> decisions) {
    brought = true;
    if (line.isEmpty() && !mayWait(event)) {
      intake.accept(event, decisions);
      return;
    }
    if (event instanceof PostEvent.Switched switched) {
      comes(switched.to());
    }
    // Whatever throws does so before the event is in line.
    Asked asked = asked(event);
    if (line.size() >= ROOM) {
      awaitHead();
    }
    line.add(event, asked);
  }

  private boolean mayWait(PostEvent event) {
    boolean slow = intake.tagger().slow() || summaries(event) != null;
    return slow && intake.toTag(event).isPresent();
  }

  private @Nullable Summaries summaries(PostEvent event) {
    return event instanceof PostEvent.Posted ? summaries : null;
  }

  /// As when it came.
  private void restore(Line.Waiting waiting) {
    if (waiting.event() instanceof PostEvent.Switched switched) {
      comes(switched.to());
    }
    waiting.asked(asked(waiting.event()));
  }

  private void comes(ClassifierSwitch to) {
    SortedMap<String, ClassifierSwitch> all =
        coming == null ? intake.switches() : coming.switches();
    all.put(to.classifier(), to);
    Tagger tagger = taggers.with(all);
    ahead.add(tagger);
    coming = new Coming(all, tagger);
  }

  private @Nullable Asked asked(PostEvent event) {
    Tagger last = coming == null ? intake.tagger() : coming.tagger();
    @Nullable Summaries writers = summaries(event);
    return intake
        .toTag(event)
        .map(
            post ->
                line.asked(last, post, writers)
                    .orElseGet(() -> last.ask(post).summarisedBy(writers)))
        .orElse(null);
  }

  private void awaitHead() {
    long began = nanoClock.getAsLong();
    while (!isReady()
        && held + nanoClock.getAsLong() - began < PATIENCE.toNanos()
        && !Thread.currentThread().isInterrupted()) {
      Line.Waiting head = line.head();
      if (head != null && head.asked() != null) {
        head.asked().await(MOMENT);
      }
    }
    held += nanoClock.getAsLong() - began;
  }

  @Override
  public boolean work(BooleanSupplier goOn, Consumer<Decision<Answer>> decisions) {
    renewPatience();
    line.goOn();
    boolean more = true;
    while (isReady() && more) {
      takeHead(decisions);
      more = goOn.getAsBoolean();
    }
    return intake.work(goOn, decisions) && !isReady();
  }

  /// A turn that no event brought comes between records, where Kafka Streams commits.
  private void renewPatience() {
    if (!brought) {
      held = 0;
    }
    brought = false;
  }

  @Override
  public boolean waits() {
    return !line.isEmpty();
  }

  /// As long as many wait, others come, and each that comes finds those that are done. Were there a
  /// commit between any two of them, a slow broker would set the pace.
  @Override
  public Duration pause() {
    return line.size() > SupervisedClassifier.BATCH ? BUSY : StateMachine.super.pause();
  }

  /// Whether the first one in line can be worked on now.
  private boolean isReady() {
    Line.Waiting head = line.head();
    if (head == null) {
      return false;
    }
    if (head.asked() == null) {
      // It may have looked like a repeat when it came, and be none any more.
      intake
          .toTag(head.event())
          .ifPresent(
              post -> head.asked(intake.tagger().ask(post).summarisedBy(summaries(head.event()))));
    }
    if (coming != null) {
      coming.tagger().look();
    }
    return head.asked() == null || head.asked().isAnsweredNow();
  }

  private void takeHead(Consumer<Decision<Answer>> decisions) {
    Line.Waiting head = line.head();
    if (head == null) {
      return;
    }
    line.removeHead();
    try {
      intake.accept(head.event(), post -> tagging(head, post), decisions);
    } catch (RuntimeException e) {
      throw refused(head.event(), e);
    } finally {
      passed(head.event());
    }
  }

  /// From a switch on its tagger is the intake's.
  private void passed(PostEvent event) {
    if (event instanceof PostEvent.Switched) {
      taggers.release(ahead.remove());
    }
    if (line.isEmpty()) {
      coming = null;
    }
  }

  /// The posts in line are asked about again by whoever goes on with them.
  @Override
  public void leave() {
    line.leave();
    ahead.forEach(taggers::release);
    ahead.clear();
    coming = null;
    intake.leave();
  }

  private Tagging tagging(Line.Waiting head, Post post) {
    return head.asked() == null ? intake.tagger().tag(post) : head.asked().tagging();
  }

  /// Of a tick or a switch the stage stops.
  private static RuntimeException refused(PostEvent event, RuntimeException cause) {
    return switch (event) {
      case PostEvent.Posted(Post post) -> refused(post.id(), event, cause);
      case PostEvent.Backfilled(Post post) -> refused(post.id(), event, cause);
      case PostEvent.Withdrawn(String id) -> refused(id, event, cause);
      case PostEvent.Corrected corrected -> refused(corrected.postId(), event, cause);
      case PostEvent.Retagged retagged -> refused(retagged.post().id(), event, cause);
      case PostEvent.Switched _, PostEvent.Ticked _ -> cause;
    };
  }

  private static RuntimeException refused(String key, PostEvent event, RuntimeException cause) {
    return new RefusedLaterException(
        key.getBytes(StandardCharsets.UTF_8),
        Json.MAPPER.writerFor(PostEvent.class).writeValueAsBytes(event),
        cause);
  }
}
