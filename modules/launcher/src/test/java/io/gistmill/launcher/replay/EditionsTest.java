package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Subscription;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionsTest {

  @Test
  void everyRouteHasADailyAndAWeeklyEdition() {
    var topics = new TreeSet<>(Set.of("rag", "moe"));

    List<Subscription> subscriptions = editions("UTC").subscriptions(topics);

    assertThat(subscriptions)
        .extracting(Subscription::id)
        .containsExactly(
            "reader-daily-all",
            "reader-weekly-all",
            "reader-daily-moe",
            "reader-weekly-moe",
            "reader-daily-rag",
            "reader-weekly-rag");
    assertThat(subscriptions).extracting(Subscription::maxItems).containsOnly(11, 22);
    assertThat(subscriptions).extracting(Subscription::subscriber).containsOnly("reader");
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, 2025-05-06T12:00:00Z, 2025-05-12T00:00:00Z",
    "UTC, 2025-05-11T23:59:59.999Z, 2025-05-12T00:00:00Z",
    "UTC, 2025-05-12T00:00:00Z, 2025-05-19T00:00:00Z",
    "Asia/Shanghai, 2025-05-11T15:59:59Z, 2025-05-11T16:00:00Z",
    "Asia/Shanghai, 2025-05-11T16:00:00Z, 2025-05-18T16:00:00Z",
    "Asia/Kathmandu, 2025-05-06T12:00:00Z, 2025-05-11T18:15:00Z",
    // The cut lies between two quarter-hours.
    "Africa/Monrovia, 1970-01-01T00:00:00Z, 1970-01-05T00:45:00Z"
  })
  void lastTickIsTheEdgeByWhichTheWeekIsCut(String zone, Instant lastPost, Instant expected) {
    Instant tick = editions(zone).lastTick(lastPost);

    assertThat(tick).isEqualTo(expected);
  }

  private static Editions editions(String zone) {
    return new Editions(new ReplaySettings(List.of(), Path.of("out"), ZoneId.of(zone), 1, 11, 22));
  }
}
