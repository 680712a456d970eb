package io.gistmill.producer.archive;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.producer.archive.ArchiveItem.ReadPost;
import io.gistmill.producer.archive.ArchiveItem.Reject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A sink that keeps everything, and short ways to read archives in tests.
final class Reading implements ArchiveSink {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  final List<ReadPost> read = new ArrayList<>();
  final List<Reject> rejects = new ArrayList<>();
  final List<Long> progress = new ArrayList<>();
  long total;
  List<ArchiveResult> results = List.of();

  static Reading of(Path... archives) {
    return with(new ArchiveSettings(ZONE), archives);
  }

  static Reading with(ArchiveSettings settings, Path... archives) {
    var reading = new Reading();
    reading.results = Archives.read(Arrays.asList(archives), settings, reading);
    return reading;
  }

  static Reading ofText(Path folder, String name, String text) {
    return of(file(folder, name, text.getBytes(StandardCharsets.UTF_8)));
  }

  static Path file(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void accept(ArchiveItem item) {
    switch (item) {
      case ReadPost post -> read.add(post);
      case Reject reject -> rejects.add(reject);
    }
  }

  @Override
  public void progress(long bytes, long of) {
    progress.add(bytes);
    total = of;
  }

  List<Post> posts() {
    return read.stream().map(ReadPost::post).toList();
  }

  Post post(int ordinal) {
    return posts().stream()
        .filter(post -> post.origin().equals(new Origin("archive", (long) ordinal)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no post " + ordinal + " in " + posts()));
  }

  static LocalDate day(Post post) {
    return post.published().atZone(ZONE).toLocalDate();
  }
}
