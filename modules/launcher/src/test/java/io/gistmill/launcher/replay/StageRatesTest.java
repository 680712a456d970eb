package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.launcher.replay.StageRates.Stage;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StageRatesTest {

  private final AtomicLong nanos = new AtomicLong();
  private final StageRates rates = new StageRates(nanos::get);

  @Test
  void timeRunsFromTheStartToTheLastOne() {
    rates.start(Stage.TAGGED);
    nanos.set(1_000_000_000L);
    rates.count(Stage.TAGGED, 300);
    nanos.set(2_000_000_000L);
    rates.count(Stage.TAGGED, 100);
    nanos.set(9_000_000_000L);

    List<StageRate> all = rates.all();

    assertThat(all).containsExactly(new StageRate("tagged", 400, "posts", 2.0));
    assertThat(all.getFirst().toString().strip().split(" +"))
        .containsExactly("tagged", "400", "posts", "2.00", "s", "200", "posts/s");
  }

  @Test
  void stagesStandInOrderEachWithItsUnit() {
    rates.count(Stage.WRITTEN, 2);
    rates.count(Stage.READ, 1);

    List<StageRate> all = rates.all();

    assertThat(all).extracting(StageRate::stage).containsExactly("read", "written");
    assertThat(all).extracting(StageRate::unit).containsExactly("posts", "digests");
  }

  @Test
  void stageThatNothingPassedIsShownAsSuch() {
    rates.start(Stage.FOLDED);

    assertThat(rates.all().getFirst().toString()).contains("folded", " 0 posts", " 0 posts/s");
  }
}
