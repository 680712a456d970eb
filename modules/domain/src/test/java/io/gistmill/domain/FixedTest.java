package io.gistmill.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1000000",
    "0.93, 930000",
    "0.1234564, 123456",
    "0.1234565, 123457",
    "-0.1234565, -123457",
    "0.0000005, 1",
    "0.00000049, 0",
    "1e-300, 0",
    "123456.789, 123456789000"
  })
  void roundsHalfUpToSixPlaces(String number, long micros) {
    // given
    double given = Double.parseDouble(number);

    // when
    Fixed fixed = Fixed.of(given);

    // then
    assertThat(fixed.micros()).isEqualTo(micros);
  }

  @Test
  void roundsEveryDoubleAsItsDecimalIsRounded() {
    long seed = 7;
    var random = new Random(seed);
    for (int i = 0; i < 200_000; i++) {
      // given: any size, and every other time near the middle between two places
      double any = random.nextGaussian() * StrictMath.pow(10, random.nextInt(18) - 8);
      double given = i % 2 == 0 ? any : (Math.rint(any) + 0.5) / 1e6 + random.nextInt(3) * 1e-10;

      // when
      Fixed fixed = Fixed.of(given);

      // then
      assertThat(fixed).as("%s of seed %d", given, seed).isEqualTo(Fixed.of(decimal(given)));
    }
  }

  private static BigDecimal decimal(double number) {
    return new BigDecimal(Double.toString(number));
  }

  @Test
  void takesTheDecimalThatADoublePrintsNotItsBinaryTail() {
    // given: in binary a little less than 1.0000005
    double given = 1.0000005;

    // when
    Fixed fixed = Fixed.of(given);

    // then
    assertThat(fixed).hasToString("1.000001");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1000000, 1",
    "930000, 0.93",
    "100000000, 100",
    "1, 0.000001",
    "-1500000, -1.5"
  })
  void writesTheShortestDecimal(long micros, String text) {
    // given
    var fixed = new Fixed(micros);

    // when
    String written = fixed.toString();

    // then
    assertThat(written).isEqualTo(text);
  }

  @Test
  void comesBackFromItsOwnText() {
    // given
    long seed = 20_250_301;
    var random = new Random(seed);

    for (int i = 0; i < 1_000; i++) {
      var fixed = new Fixed(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L));

      // when
      Fixed back = Fixed.of(new BigDecimal(fixed.toString()));

      // then
      assertThat(back).as("seed %d, number %d", seed, i).isEqualTo(fixed);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoNumber(double number) {
    // when, then
    assertThatThrownBy(() -> Fixed.of(number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a finite number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854.775808", "1e13", "-1e30", "1e300000000", "1e2147483647"})
  void refusesAtOnceWhatDoesNotFit(String number) {
    // given
    var given = new BigDecimal(number);

    // when, then
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThatThrownBy(() -> Fixed.of(given)).isInstanceOf(ArithmeticException.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-300000000", "-1e-2147483647", "0e2147483647", "0e-2147483647"})
  void takesWhatIsTooSmallForZeroAtOnce(String number) {
    // given
    var given = new BigDecimal(number);

    // when
    Fixed fixed = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Fixed.of(given));

    // then
    assertThat(fixed).isEqualTo(Fixed.ZERO);
  }

  @Test
  void holdsTheLargestAndTheSmallest() {
    // given
    var largest = new Fixed(Long.MAX_VALUE);
    var smallest = new Fixed(Long.MIN_VALUE);

    // when, then
    assertThat(Fixed.of(largest.toDecimal())).isEqualTo(largest);
    assertThat(Fixed.of(smallest.toDecimal())).isEqualTo(smallest);
    assertThat(smallest).isLessThan(Fixed.ZERO).isLessThan(largest);
  }

  @Test
  void addsExactlyAndRefusesToOverflow() {
    // given
    Fixed tenth = Fixed.of(0.1);
    Fixed fifth = Fixed.of(0.2);

    // when
    Fixed sum = tenth.plus(fifth);

    // then
    assertThat(sum).isEqualTo(Fixed.of(0.3));
    assertThatThrownBy(() -> new Fixed(Long.MAX_VALUE).plus(tenth))
        .isInstanceOf(ArithmeticException.class);
  }
}
