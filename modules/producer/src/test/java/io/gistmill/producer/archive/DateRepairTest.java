package io.gistmill.producer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Post;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Dates as people mistype them, among sound ones.
class DateRepairTest {

  @TempDir Path folder;

  private static String block(String date) {
    return "### 1\n\nNora Vale @nora_vale " + date + "\n\nabout " + date + "\n\n";
  }

  private Reading archive(String... dates) {
    var text = new StringBuilder();
    for (String date : dates) {
      text.append(block(date));
    }
    return Reading.ofText(folder, "dates.md", text.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-03-09",
        "2024-3-9",
        "2024/03/09",
        "2024.03.09",
        "2024年3月9日",
        "2024 年 3 月 9 日",
        "20240309",
        "2024－03－09",
        "Mar 9, 2024",
        "9 March 2024",
        "2024–03–09"
      })
  void soundDatesAreNotInferred(String date) {
    Post post = archive("2024-03-08", date, "2024-03-10").post(2);

    assertThat(Reading.day(post)).isEqualTo(LocalDate.of(2024, 3, 9));
    assertThat(post.dateInferred()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "024-03-09, 2024-03-09",
    "224-03-09, 2024-03-09",
    "20244-03-09, 2024-03-09",
    "24-03-09, 2024-03-09",
    "2O24-O3-O9, 2024-03-09",
    "2024-o3-O9, 2024-03-09",
    "2024-i2-09, 2024-12-09",
    "2023-I2-L9, 2023-12-19",
    "2024-L2-09, 2024-12-09",
    "2024-03-l0, 2024-03-10",
    "2O2i-03-09, 2024-03-09",
    "2024-0309, 2024-03-09",
    "2024--03-09, 2024-03-09",
    "03-09, 2024-03-09",
    "3月9日, 2024-03-09",
    "Mar 9, 2024-03-09",
    "2024-13-09, 2024-03-09",
    "2024-00-09, 2024-03-09",
    "2024-03-32, 2024-03-08",
    "2024-03, 2024-03-08",
    "1824-03-09, 2024-03-09",
    "2924-03-09, 2024-03-09",
    "2023-03-09, 2024-03-09",
    "2042-03-09, 2024-03-09",
    "2042-11-29, 2024-03-08"
  })
  void damagedDatesAreRepairedFromWhatIsLeftAndTheNeighbours(String date, LocalDate expected) {
    Post post = archive("2024-03-08", "2024-03-08", date, "2024-03-10", "2024-03-10").post(3);

    assertThat(Reading.day(post)).isEqualTo(expected);
    assertThat(post.dateInferred()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-09T24:00:00Z, 2024-03-10T00:00:00Z, false",
    "2024-03-09T23:59:60Z, 2024-03-10T00:00:00Z, false",
    "2024-03-09T24:00, 2024-03-09T16:00:00Z, false",
    "2024-03-09T24:00:01Z, 2024-03-09T04:00:00Z, true",
    "2024-03-09T25:00:00Z, 2024-03-09T04:00:00Z, true",
    "2024-03-09T12:60, 2024-03-09T04:00:00Z, true",
    "2024-03-09T10:00:00+25:00, 2024-03-09T02:00:00Z, true"
  })
  void aTimeIsTakenForWhatItIsOrSaidToBeInferred(String date, Instant expected, boolean inferred) {
    Post post = archive("2024-03-08", date, "2024-03-10").post(2);

    assertThat(post.published()).isEqualTo(expected);
    assertThat(post.dateInferred()).isEqualTo(inferred);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2036-01-01T10:00:00Z", "2026-01-01T10:00:00Z", "2009-01-01T10:00:00Z"})
  void aDateWithATimeIsBelievedHoweverFarItLiesFromItsNeighbours(Instant date) {
    Post post = archive("2024-03-08", "2024-03-08", date.toString(), "2024-03-10").post(3);

    assertThat(post.published()).isEqualTo(date);
    assertThat(post.dateInferred()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverStandsForADateIsReadWithoutAnException(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String text = scramble(random);

      Stream<Object> read =
          Stream.of(
              DateReader.whole(text),
              DateReader.beside("Mara @mara " + text, true),
              DateReader.beside(text + " Mara", false));

      assertThat(read).as("seed %s: %s", seed, text).doesNotContainNull();
    }
  }

  private static String scramble(Random random) {
    String signs = "0123456789OoIilL-/.年月日 ";
    var text = new StringBuilder();
    for (int length = 1 + random.nextInt(14); length > 0; length--) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString();
  }

  @Test
  void anOldPostThatFitsNoSlipIsBelieved() {
    Post post =
        archive("2024-03-08", "2024-03-08", "2015-10-21", "2024-03-10", "2024-03-10").post(3);

    assertThat(Reading.day(post)).isEqualTo(LocalDate.of(2015, 10, 21));
    assertThat(post.dateInferred()).isFalse();
  }

  @Test
  void theFirstPostTakesItsDateFromThoseBehindIt() {
    Reading reading = archive("023-12-31", "2024-01-01", "2024-01-02");

    assertThat(Reading.day(reading.post(1))).isEqualTo(LocalDate.of(2023, 12, 31));
  }

  @Test
  void aYearSlippedInJanuaryIsPutRight() {
    Reading reading =
        archive("2023-12-30", "2023-12-31", "2023-01-02", "2024-01-02", "2024-01-03", "2024-01-04");

    assertThat(Reading.day(reading.post(3))).isEqualTo(LocalDate.of(2024, 1, 2));
    assertThat(reading.post(3).dateInferred()).isTrue();
  }

  @Test
  void anArchiveWithoutAnySoundDateIsRejectedPostByPost() {
    Reading reading = Reading.ofText(folder, "a.md", "### 1\n\none\n\n### 2\n\ntwo\n");

    assertThat(reading.read).isEmpty();
    assertThat(reading.rejects).extracting(ArchiveItem.Reject::line).containsExactly(1L, 5L);
    assertThat(reading.rejects)
        .allSatisfy(
            reject -> assertThat(reject.reason()).contains("no sound date", "write its date"));
  }

  @Test
  void lookingAheadIsBounded() {
    var text = new StringBuilder("### 1\n\nNora Vale @nora_vale 2024-03-08\n\nfirst\n\n");
    text.append("### 2\n\nno date here\n\n".repeat(2000));

    Reading reading = Reading.ofText(folder, "a.md", text.toString());

    assertThat(reading.posts()).hasSize(2001);
    assertThat(reading.posts().getLast().published())
        .isEqualTo(Instant.parse("2024-03-08T04:00:00Z"));
  }
}
