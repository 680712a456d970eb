package io.gistmill.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryEventTest {

  @ParameterizedTest
  @CsvSource({
    "reader-daily.7|email, true",
    "suspended|reader|email, false",
    "requested|reader-daily.7|email, false",
    "bounced|hard|reader-daily.7|email, false",
    "turn, false"
  })
  void keyTellsWhetherOnlyAnUpdateStandsUnderIt(String key, boolean expected) {
    assertThat(DeliveryEvent.isUpdate(key)).isEqualTo(expected);
  }
}
