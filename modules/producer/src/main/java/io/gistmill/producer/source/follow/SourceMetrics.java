package io.gistmill.producer.source.follow;

import io.gistmill.domain.PostEvent;
import io.gistmill.producer.source.PollResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/// What there is to count about sources. All of it is there from the start, so that the first poll
/// shows as a rise.
final class SourceMetrics {

  private final MeterRegistry registry;
  private final Counter read;
  private final Counter unchanged;
  private final Counter failed;
  private final Counter news;
  private final Counter history;

  SourceMetrics(MeterRegistry registry, SourceCopy copy) {
    this.registry = registry;
    Gauge.builder("gistmill.sources", copy, SourceCopy::count)
        .description("Sources that are followed by all instances together")
        .register(registry);
    read = polls("read");
    unchanged = polls("unchanged");
    failed = polls("failed");
    news = posts("news");
    history = posts("history");
  }

  private Counter polls(String outcome) {
    return Counter.builder("gistmill.source.polls")
        .description("Polls of sources by this process")
        .tag("outcome", outcome)
        .register(registry);
  }

  private Counter posts(String kind) {
    return Counter.builder("gistmill.source.posts")
        .description("Posts that sources brought to this process")
        .tag("kind", kind)
        .register(registry);
  }

  void count(PollResult result) {
    switch (result) {
      case PollResult.Polled polled -> {
        polled.events().forEach(this::count);
        read.increment();
      }
      case PollResult.Unchanged _ -> unchanged.increment();
      case PollResult.Failed _ -> failed.increment();
    }
  }

  private void count(PostEvent event) {
    (event instanceof PostEvent.Backfilled ? history : news).increment();
  }
}
