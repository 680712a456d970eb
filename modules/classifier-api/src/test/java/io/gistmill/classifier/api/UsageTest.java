package io.gistmill.classifier.api;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1, Double.POSITIVE_INFINITY})
  void whatIsNoAmountIsRefused(double used) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Usage("tokens", used, OptionalDouble.empty()))
        .withMessageContaining("zero or more");
  }

  @Test
  @SuppressWarnings("NullAway")
  void aLimitThatIsNullIsRefused() {
    assertThatNullPointerException().isThrownBy(() -> new Usage("tokens", 1, null));
  }
}
