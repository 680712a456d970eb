package io.gistmill.digest.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final List<Long> HALF_MINUTES = Collections.nCopies(30, 30_000L);

  @Test
  void withoutMinutesTheNumberOfStoriesDecides() {
    assertThat(new Budget(12, 0).fit(HALF_MINUTES, Long::longValue)).isEqualTo(12);
  }

  @Test
  void minutesEndADigestBeforeItsNumberOfStories() {
    assertThat(new Budget(12, 5).fit(HALF_MINUTES, Long::longValue)).isEqualTo(10);
  }

  @Test
  void theNumberOfStoriesEndsADigestBeforeItsMinutes() {
    assertThat(new Budget(12, 20).fit(HALF_MINUTES, Long::longValue)).isEqualTo(12);
  }

  @Test
  void oneStoryIsShownHoweverLongItIs() {
    assertThat(new Budget(12, 1).fit(List.of(999_999L, 1L), Long::longValue)).isEqualTo(1);
  }

  @Test
  void aShorterStoryDoesNotSlipInBeforeALongerOne() {
    assertThat(new Budget(12, 1).fit(List.of(40_000L, 40_000L, 5_000L), Long::longValue))
        .isEqualTo(1);
  }

  @Test
  void nothingFitsWhereThereIsNothing() {
    assertThat(new Budget(12, 1).fit(List.<Long>of(), Long::longValue)).isZero();
  }
}
