package io.gistmill.runtime.streams;

import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.RefusedLaterException;
import io.gistmill.runtime.state.StateMachine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// Feeds one state machine with one task's records and writes what it decides.
///
/// Work that an event made due is begun at once and goes on in slices from a punctuator, which is
/// there only as long as work is: each of its calls makes Kafka Streams commit. Decisions are
/// written after the machine has returned, stamped with the time of writing.
final class MachineProcessor<E, V> implements Processor<String, E, String, V> {

  private final Function<TaskContext, StateMachine<E, V>> factory;
  private final LongSupplier nanoClock;
  private final Measures<E, V> measures;
  private @Nullable Running<E, V> running;

  MachineProcessor(
      Function<TaskContext, StateMachine<E, V>> factory,
      LongSupplier nanoClock,
      Measures<E, V> measures) {
    this.factory = factory;
    this.nanoClock = nanoClock;
    this.measures = measures;
  }

  @Override
  public void init(ProcessorContext<String, V> context) {
    var started =
        new Running<>(
            context,
            factory.apply(new TaskContext(context)),
            nanoClock,
            TaskMeters.of(context.appConfigs(), measures));
    started.workOnLater();
    running = started;
  }

  @Override
  public void process(Record<String, E> record) {
    if (running == null) {
      throw new IllegalStateException("a record came before init");
    }
    E event = record.value();
    if (event == null) {
      throw new IllegalArgumentException("a record without a value says nothing here");
    }
    running.take(event, record.timestamp());
  }

  @Override
  public void close() {
    if (running != null) {
      running.machine.leave();
      running = null;
    }
  }

  private static final class Running<E, V> {
    private final ProcessorContext<String, V> context;
    private final StateMachine<E, V> machine;
    private final LongSupplier nanoClock;
    private final TaskMeters<E, V> meters;
    private @Nullable Cancellable punctuator;
    private Duration pause = Duration.ZERO;

    Running(
        ProcessorContext<String, V> context,
        StateMachine<E, V> machine,
        LongSupplier nanoClock,
        TaskMeters<E, V> meters) {
      this.context = context;
      this.machine = machine;
      this.nanoClock = nanoClock;
      this.meters = meters;
    }

    /// @param written when the broker took the event's record
    void take(E event, long written) {
      List<Decision<V>> decisions = new ArrayList<>();
      machine.accept(event, decisions::add);
      write(decisions);
      meters.processed(event, context.currentSystemTimeMs() - written);
      workOn();
    }

    /// Also asked for after the start: a restore may have brought work that was left over.
    void workOnLater() {
      Duration wanted = machine.pause();
      if (punctuator == null || !pause.equals(wanted)) {
        rest();
        pause = wanted;
        punctuator = context.schedule(pause, PunctuationType.WALL_CLOCK_TIME, ignored -> workOn());
      }
    }

    private void workOn() {
      if (work()) {
        rest();
      } else {
        workOnLater();
      }
    }

    /// @return true when nothing is left before the next event
    private boolean work() {
      List<Decision<V>> decisions = new ArrayList<>();
      try {
        boolean done = machine.work(Slice.start(nanoClock), decisions::add);
        write(decisions);
        return done && !machine.waits();
      } catch (RefusedLaterException e) {
        if (e.getCause() instanceof KafkaException brokers) {
          throw failed(brokers);
        }
        write(decisions);
        workOnLater();
        throw e;
      } catch (RuntimeException e) {
        throw failed(e);
      }
    }

    /// Kafka Streams begins a task again where it finds one of its own, as long as that comes bare.
    private static RuntimeException failed(RuntimeException e) {
      return e instanceof TaskMigratedException || e instanceof TaskCorruptedException
          ? e
          : new WorkFailedException(e);
    }

    private void rest() {
      if (punctuator != null) {
        punctuator.cancel();
        punctuator = null;
      }
    }

    private void write(List<Decision<V>> decisions) {
      long now = context.currentSystemTimeMs();
      for (Decision<V> decision : decisions) {
        forward(decision, now);
      }
    }

    // A null value is a tombstone, which Kafka's own types do not declare.
    @SuppressWarnings("NullAway")
    private void forward(Decision<V> decision, long now) {
      context.forward(new Record<>(decision.key(), decision.value(), now));
      meters.decided(decision.value());
    }
  }
}
