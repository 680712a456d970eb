package io.gistmill.delivery.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.mail.MailSamples;
import io.gistmill.delivery.mail.bounce.SuspensionRule.Seen;
import io.gistmill.domain.BounceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuspensionRuleTest {

  @Test
  void hardBounceAndComplaintSuspendAtOnce() {
    assertThat(SuspensionRule.reason(List.of(seen(BounceKind.HARD, "a.1", 0))))
        .hasValueSatisfying(reason -> assertThat(reason).contains("does not exist", "said so"));
    assertThat(SuspensionRule.reason(List.of(seen(BounceKind.COMPLAINT, "a.1", 0))))
        .contains("a mail was reported as spam");
  }

  @ParameterizedTest
  @CsvSource({
    "0, false",
    "0 24, false",
    "0 1 2 3, false",
    "0 24 48, false",
    "0 24 72, true",
    "0 168 336, true",
    "0 168 600, false",
    "0 503 504, true",
    "0 505 506 507, false"
  })
  void softBouncesSuspendWhenTheyLast(String hours, boolean suspends) {
    // given
    var seen = new ArrayList<Seen>();
    for (String hour : hours.split(" ", -1)) {
      seen.add(seen(BounceKind.SOFT, "a." + hour, Integer.parseInt(hour)));
    }
    Collections.reverse(seen);

    // then
    assertThat(SuspensionRule.reason(seen).isPresent()).isEqualTo(suspends);
  }

  @Test
  void sameDigestCountsOnce() {
    // given
    List<Seen> seen =
        List.of(
            seen(BounceKind.SOFT, "a.1", 0),
            seen(BounceKind.SOFT, "a.1", 24),
            seen(BounceKind.SOFT, "a.1", 96));

    // then
    assertThat(SuspensionRule.reason(seen)).isEmpty();
  }

  @Test
  void nothingSeenSuspendsNobody() {
    assertThat(SuspensionRule.reason(List.of())).isEmpty();
  }

  private static Seen seen(BounceKind kind, String digest, int hour) {
    return new Seen(
        new Bounce(digest, true, "a@site.example", kind, "said so"),
        MailSamples.NOW.plus(Duration.ofHours(hour)));
  }
}
