package io.gistmill.classifier;

import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.runtime.state.Decision;
import io.gistmill.testsupport.MemoryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;

/// An intake of partition 2 of 4 over tables in memory.
final class IntakeRig {

  private final MemoryTable<SeenPost> seen = new MemoryTable<>();
  private final MemoryTable<String> order = new MemoryTable<>();
  private final MemoryTable<IntakeClock> clock = new MemoryTable<>();
  private final MemoryTable<ClassifierSwitch> switches = new MemoryTable<>();
  private final MemoryTable<PostEvent> waiting = new MemoryTable<>();
  private Intake intake = start();

  List<Decision<TaggedEvent>> feed(PostEvent... events) {
    return feed(List.of(events));
  }

  List<Decision<TaggedEvent>> feed(List<PostEvent> events) {
    return events(answers(events));
  }

  /// The answer to one event, with the streams that it belongs to.
  Answer answer(PostEvent event) {
    return Objects.requireNonNull(answers(List.of(event)).getFirst().value());
  }

  private List<Decision<Answer>> answers(List<PostEvent> events) {
    var decisions = new ArrayList<Decision<Answer>>();
    for (PostEvent event : events) {
      intake.accept(event, decisions::add);
      intake.work(() -> true, decisions::add);
    }
    return decisions;
  }

  private static List<Decision<TaggedEvent>> events(List<Decision<Answer>> decisions) {
    return decisions.stream()
        .map(
            decision ->
                new Decision<>(decision.key(), Objects.requireNonNull(decision.value()).event()))
        .toList();
  }

  TaggedPost tagged(PostEvent event) {
    if (feed(event).getFirst().value() instanceof TaggedEvent.Tagged tagged) {
      return tagged.post();
    }
    throw new AssertionError("no tagged post came out for " + event);
  }

  List<Decision<TaggedEvent>> accept(PostEvent event) {
    var decisions = new ArrayList<Decision<Answer>>();
    intake.accept(event, decisions::add);
    return events(decisions);
  }

  boolean work(BooleanSupplier goOn) {
    return intake.work(goOn, decision -> {});
  }

  /// Goes on as after a restart of the process.
  void restart() {
    commit();
    intake = start();
  }

  int remembered() {
    return seen.size();
  }

  /// Commits now and then, kills now and then, works for as long as chance has it.
  List<Decision<TaggedEvent>> feedWithKills(List<PostEvent> events, Random random) {
    var committed = new ArrayList<Decision<Answer>>();
    var open = new ArrayList<Decision<Answer>>();
    int next = 0;
    int nextCommitted = 0;
    while (next < events.size()) {
      intake.accept(events.get(next++), open::add);
      intake.work(() -> random.nextInt(3) > 0, open::add);
      if (random.nextInt(5) == 0 || next == events.size()) {
        commit();
        committed.addAll(open);
        open.clear();
        nextCommitted = next;
      } else if (random.nextInt(8) == 0) {
        rollBack();
        open.clear();
        next = nextCommitted;
      }
    }
    return events(committed);
  }

  private void commit() {
    seen.commit();
    order.commit();
    clock.commit();
    switches.commit();
  }

  private void rollBack() {
    seen.rollBack();
    order.rollBack();
    clock.rollBack();
    switches.rollBack();
    intake = start();
  }

  private Intake start() {
    return new Intake(
        new IntakeTables(seen, order, clock, switches, waiting), WordClassifier.taggers(), 2, 4);
  }
}
