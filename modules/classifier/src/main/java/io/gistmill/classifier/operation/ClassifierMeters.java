package io.gistmill.classifier.operation;

import io.gistmill.classifier.Failure;
import io.gistmill.classifier.Tallies;
import io.gistmill.classifier.Tally;
import io.gistmill.classifier.api.Usage;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/// Shows the tallies of classifiers as metrics.
public final class ClassifierMeters {

  private static final String CLASSIFIER = "classifier";

  private final MeterRegistry registry;

  private ClassifierMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /// From now on, those of classifiers too that are not there yet.
  public static void bind(Tallies tallies, MeterRegistry registry) {
    tallies.watch(new ClassifierMeters(registry)::show);
  }

  private void show(Tally tally) {
    count(tally, "gistmill.classifier.calls", "Calls of a classifier", Tally::calls);
    count(tally, "gistmill.classifier.call.seconds", "Time that calls took", Tally::callSeconds);
    count(tally, "gistmill.classifier.answers", "Posts that were answered", Tally::answered);
    count(tally, "gistmill.classifier.tags", "Tags that were given", Tally::tagsGiven);
    count(tally, "gistmill.classifier.tags.kept", "Tags that became a topic", Tally::tagsKept);
    for (Failure failure : Failure.values()) {
      FunctionCounter.builder("gistmill.classifier.failures", tally, each -> each.failures(failure))
          .description("Posts for which a failure was recorded")
          .tag(CLASSIFIER, tally.classifier())
          .tag("reason", failure.word())
          .register(registry);
    }
    gauge(tally, "gistmill.classifier.waiting", "Posts that wait for an answer", Tally::queue);
    gauge(
        tally,
        "gistmill.classifier.circuit.open",
        "Whether it is left alone after failures",
        each -> each.circuitOpen() ? 1 : 0);
    tally.watchUsage(usage -> show(tally, usage));
  }

  private void show(Tally tally, Usage usage) {
    String unit = usage.unit();
    Gauge.builder("gistmill.classifier.used", tally, each -> each.used(unit))
        .description("What a classifier has used of what costs, on the day of its last call")
        .tag(CLASSIFIER, tally.classifier())
        .tag("unit", unit)
        .register(registry);
    if (usage.limit().isPresent()) {
      Gauge.builder("gistmill.classifier.used.share", tally, each -> each.usedShare(unit))
          .description("The same as a share of its limit")
          .tag(CLASSIFIER, tally.classifier())
          .tag("unit", unit)
          .register(registry);
    }
  }

  private void count(Tally tally, String name, String description, ToDoubleFunction<Tally> value) {
    FunctionCounter.builder(name, tally, value)
        .description(description)
        .tag(CLASSIFIER, tally.classifier())
        .register(registry);
  }

  private void gauge(Tally tally, String name, String description, ToDoubleFunction<Tally> value) {
    Gauge.builder(name, tally, value)
        .description(description)
        .tag(CLASSIFIER, tally.classifier())
        .register(registry);
  }
}
