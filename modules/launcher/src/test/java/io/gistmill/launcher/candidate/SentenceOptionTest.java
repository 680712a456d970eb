package io.gistmill.launcher.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.trained.TrainedClassifierFactory;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SentenceOptionTest {

  @TempDir private Path folder;

  @Command
  private static final class Reading {
    @Mixin private SentenceOption sentences = new SentenceOption();
  }

  @ParameterizedTest
  @CsvSource({"--sentences=yes,true", "--sentences=no,false", "--sentences=auto,true"})
  void aSmallFileIsReadAsIsSaid(String option, boolean sentences) throws IOException {
    Path small = Files.writeString(folder.resolve("small.md"), "### 1");

    assertThat(looksAtSentences(parsed(option), small)).isEqualTo(sentences);
  }

  @Test
  void aLargeFileIsReadByWordsAloneUnlessItIsSaid() throws IOException {
    Path large = folder.resolve("large.md");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((4 << 20) + 1);
    }

    assertThat(looksAtSentences(parsed(), large)).isFalse();
    assertThat(looksAtSentences(parsed("--sentences=yes"), large)).isTrue();
  }

  @Test
  void sentencesAndAnotherSetOfClassifiersAreRefused() {
    assertThatThrownBy(() -> parsed("--sentences=no").refuseBeside("--with"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("leave one of them out");
    assertThatCode(() -> parsed().refuseBeside("--with")).doesNotThrowAnyException();
  }

  private static SentenceOption parsed(String... options) {
    var reading = new Reading();
    new CommandLine(reading).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(options);
    return reading.sentences;
  }

  private static boolean looksAtSentences(SentenceOption option, Path file) throws IOException {
    String version =
        new TrainedClassifierFactory().configured(TrainedClassifierFactory.SENTENCES).version();
    return option
        .applied(InstalledClassifiers.shipped(), List.of(file))
        .registry()
        .listings()
        .stream()
        .anyMatch(listing -> listing.version().equals(version));
  }
}
