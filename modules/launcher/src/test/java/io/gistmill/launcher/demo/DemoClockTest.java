package io.gistmill.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoClockTest {

  private static final Instant START = Instant.parse("2025-03-17T00:00:00Z");
  private static final Instant END = Instant.parse("2025-03-18T00:00:00Z");

  private long nanos = -17;
  private final DemoClock clock = new DemoClock(START, END, 2880, () -> nanos);

  @Test
  void standsUntilItIsTold() {
    pass(Duration.ofHours(3));

    assertThat(clock.instant()).isEqualTo(START);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,   2025-03-17T00:00:00Z",
    "PT1S,   2025-03-17T00:48:00Z",
    "PT29S,  2025-03-17T23:12:00Z",
    "PT30S,  2025-03-18T00:00:00Z",
    "PT31S,  2025-03-18T00:00:01Z",
    "PT1H,   2025-03-18T00:59:30Z"
  })
  void runsFastToTheEndAndThenAsAnyClock(Duration real, Instant shown) {
    pass(Duration.ofSeconds(5));
    clock.go();

    pass(real);

    assertThat(clock.instant()).isEqualTo(shown);
  }

  private void pass(Duration real) {
    nanos += real.toNanos();
  }
}
