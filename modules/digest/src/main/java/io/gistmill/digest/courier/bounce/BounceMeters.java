package io.gistmill.digest.courier.bounce;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What there is to measure of reports. All of it is there from the start.
public final class BounceMeters {

  private final Map<ReportResult, Counter> reports = new EnumMap<>(ReportResult.class);
  private final Counter visits;
  private final Counter failures;

  public BounceMeters(MeterRegistry registry) {
    for (ReportResult result : ReportResult.values()) {
      reports.put(
          result,
          Counter.builder("gistmill.bounce.reports")
              .description("Mails that were read as reports of failure or complaints")
              .tag("result", result.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    visits = visits(registry, "done");
    failures = visits(registry, "failed");
  }

  private static Counter visits(MeterRegistry registry, String outcome) {
    return Counter.builder("gistmill.bounce.visits")
        .description("Visits to the mailbox of bounces")
        .tag("outcome", outcome)
        .register(registry);
  }

  void count(ReportResult result) {
    Objects.requireNonNull(reports.get(result)).increment();
  }

  void visited(boolean done) {
    (done ? visits : failures).increment();
  }
}
