package io.gistmill.classifier.operation;

import io.gistmill.classifier.ClassifierState;
import io.gistmill.classifier.Failure;
import io.gistmill.classifier.Tally;
import io.gistmill.classifier.api.Usage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A classifier as the API shows it.
///
/// @param state `runs`, `circuit open`, `off`, or `absent`: a switch asks for what is not installed
/// @param circuit `closed` while it is asked, `open` while it is left alone after failures
/// @param failures posts for which a failure was recorded, by its kind
/// @param lastReason of the last failure
/// @param waiting posts that wait for its answer
/// @param usage of what costs, after its last call
record ClassifierView(
    String name,
    String version,
    String state,
    boolean on,
    String circuit,
    int topics,
    long calls,
    double callSeconds,
    long answers,
    Map<String, Long> failures,
    @Nullable String lastReason,
    long tags,
    long tagsKept,
    int waiting,
    List<Used> usage) {

  /// @param limit null for none
  record Used(String unit, double used, @Nullable Double limit) {

    static Used of(Usage usage) {
      return new Used(
          usage.unit(),
          usage.used(),
          usage.limit().isPresent() ? usage.limit().getAsDouble() : null);
    }
  }

  static ClassifierView of(ClassifierState state) {
    Tally tally = state.tally();
    return new ClassifierView(
        state.name(),
        state.version(),
        word(state),
        state.on(),
        tally.circuitOpen() ? "open" : "closed",
        state.to().topics().size(),
        tally.calls(),
        tally.callSeconds(),
        tally.answered(),
        failures(tally),
        tally.lastReason(),
        tally.tagsGiven(),
        tally.tagsKept(),
        tally.queue(),
        tally.usage().stream().map(Used::of).toList());
  }

  private static String word(ClassifierState state) {
    if (!state.on()) {
      return "off";
    }
    if (state.absent()) {
      return "absent";
    }
    return state.tally().circuitOpen() ? "circuit open" : "runs";
  }

  private static Map<String, Long> failures(Tally tally) {
    var failures = new TreeMap<String, Long>();
    for (Failure failure : Failure.values()) {
      if (tally.failures(failure) > 0) {
        failures.put(failure.word(), tally.failures(failure));
      }
    }
    return failures;
  }
}
