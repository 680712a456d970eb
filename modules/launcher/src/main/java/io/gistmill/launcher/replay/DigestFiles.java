package io.gistmill.launcher.replay;

import io.gistmill.digest.render.DigestPage;
import io.gistmill.digest.render.DigestPages;
import io.gistmill.digest.render.DigestRenderer;
import io.gistmill.digest.render.DigestRenderer.Format;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Writes digests as files, named by the day or the ISO week that they cover.
final class DigestFiles {

  static final String DAILY = "daily";
  static final String WEEKLY = "weekly";

  private final Path folder;
  private final UnaryOperator<String> topicNames;
  private final DigestRenderer renderer = new DigestRenderer();
  private long written;

  /// @param folder `digests` in the output
  /// @param topicNames a topic's name by its slug
  DigestFiles(Path folder, UnaryOperator<String> topicNames) {
    this.folder = folder;
    this.topicNames = topicNames;
  }

  void write(Digest digest, Function<Digest.PostRef, StoryPost> posts) throws IOException {
    Path target = folder.resolve(covered(digest));
    Files.createDirectories(target);
    DigestPage page = new DigestPages(posts, topicNames).page(digest);
    for (Format format : Format.values()) {
      Path file = target.resolve(digest.subscription().route() + "." + format.extension());
      Utf8.write(file, renderer.render(page, format));
    }
    written++;
  }

  /// Digests so far, each in all formats.
  long written() {
    return written;
  }

  private static Path covered(Digest digest) {
    Subscription subscription = digest.subscription();
    LocalDate lastDay = digest.cut().minusNanos(1).atZone(subscription.zone()).toLocalDate();
    return switch (subscription.cadence()) {
      case Cadence.Daily _ -> Path.of(DAILY, lastDay.toString());
      case Cadence.Weekly _ -> Path.of(WEEKLY, isoWeek(lastDay));
      case Cadence.QuarterHourly _ ->
          throw new IllegalStateException("a replay makes editions by day and by week alone");
    };
  }

  private static String isoWeek(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
