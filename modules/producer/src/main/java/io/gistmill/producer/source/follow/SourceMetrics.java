package io.gistmill.producer.source.follow;

import io.gistmill.domain.PostEvent;
import io.gistmill.producer.source.PollResult;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/// What there is to count about sources.
final class SourceMetrics {

  private final MeterRegistry meters;

  SourceMetrics(MeterRegistry meters, SourceCopy copy) {
    this.meters = meters;
    Gauge.builder("gistmill.sources", copy, SourceCopy::count)
        .description("Sources that are followed by all instances together")
        .register(meters);
  }

  void count(PollResult result) {
    String outcome =
        switch (result) {
          case PollResult.Polled polled -> {
            polled.events().forEach(this::count);
            yield "read";
          }
          case PollResult.Unchanged _ -> "unchanged";
          case PollResult.Failed _ -> "failed";
        };
    meters.counter("gistmill.source.polls", "outcome", outcome).increment();
  }

  private void count(PostEvent event) {
    String kind = event instanceof PostEvent.Backfilled ? "history" : "news";
    meters.counter("gistmill.source.posts", "kind", kind).increment();
  }
}
