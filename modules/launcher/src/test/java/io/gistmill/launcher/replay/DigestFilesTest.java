package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Cadence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestFilesTest {

  private static final Cadence DAILY = new Cadence.Daily(LocalTime.MIDNIGHT);
  private static final Cadence WEEKLY = new Cadence.Weekly(DayOfWeek.MONDAY, LocalTime.MIDNIGHT);

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "UTC, 2025-05-07T00:00:00Z, 2025-05-06",
    "Asia/Shanghai, 2025-05-06T16:00:00Z, 2025-05-06",
    "America/New_York, 2025-05-07T04:00:00Z, 2025-05-06",
    "UTC, 2025-01-01T00:00:00Z, 2024-12-31",
    "UTC, 2024-03-01T00:00:00Z, 2024-02-29"
  })
  void dailyDigestIsNamedByTheDayCovered(ZoneId zone, String cut, String day) throws IOException {
    write("rag", DAILY, zone, cut);

    assertThat(files())
        .containsExactly(
            "daily/" + day + "/rag.html",
            "daily/" + day + "/rag.json",
            "daily/" + day + "/rag.md",
            "daily/" + day + "/rag.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-05-12T00:00:00Z, 2025-W19",
    "2024-01-08T00:00:00Z, 2024-W01",
    // The week of 30 December 2024 belongs to 2025, that of 28 December 2020 to 2020 as its 53rd.
    "2025-01-06T00:00:00Z, 2025-W01",
    "2021-01-04T00:00:00Z, 2020-W53"
  })
  void weeklyDigestIsNamedByTheIsoWeek(String cut, String week) throws IOException {
    write("all", WEEKLY, ZoneId.of("UTC"), cut);

    assertThat(files()).contains("weekly/" + week + "/all.json").hasSize(4);
  }

  @Test
  void titleSpeaksOfTheTopicByItsName() throws IOException {
    write("rag", DAILY, ZoneId.of("UTC"), "2025-05-07T00:00:00Z");

    String page = Files.readString(temp.resolve("daily/2025-05-06/rag.md"), StandardCharsets.UTF_8);
    assertThat(page).contains("Daily digest: the name of rag, Tuesday, 6 May 2025");
  }

  @Test
  void digestCountsOnceWhateverItsForms() throws IOException {
    var files = new DigestFiles(temp, slug -> slug);
    var digest = Given.digest("all", DAILY, ZoneId.of("UTC"), "2025-05-07T00:00:00Z");

    files.write(digest, ref -> Given.told(ref.id(), 1, 1, "unused"));

    assertThat(files.written()).isEqualTo(1);
  }

  private void write(String route, Cadence cadence, ZoneId zone, String cut) throws IOException {
    new DigestFiles(temp, slug -> "the name of " + slug)
        .write(
            Given.digest(route, cadence, zone, cut), ref -> Given.told(ref.id(), 1, 1, "unused"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(temp)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> temp.relativize(path).toString())
          .sorted()
          .toList();
    }
  }
}
