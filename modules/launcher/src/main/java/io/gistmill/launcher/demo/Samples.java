package io.gistmill.launcher.demo;

import io.gistmill.domain.Post;
import io.gistmill.producer.archive.ArchiveItem;
import io.gistmill.producer.archive.ArchiveSettings;
import io.gistmill.producer.archive.ArchiveSink;
import io.gistmill.producer.archive.Archives;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// The sample posts that come with Gistmill, in the order of their time.
final class Samples {

  /// Of dates in the samples that name no zone.
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /// Posts before this are there when the demo begins; the others flow in.
  static final Instant BEGIN = midnight(LocalDate.of(2025, 3, 17));

  /// No sample is later.
  static final Instant END = midnight(LocalDate.of(2025, 3, 31));

  private static final List<String> FILES = List.of("posts.md", "posts.jsonl");

  private Samples() {}

  /// @param temporary folder for the files while they are read
  static List<Post> read(Path temporary) throws IOException {
    List<Path> archives = new ArrayList<>();
    for (String name : FILES) {
      archives.add(unpack(name, temporary));
    }
    List<Post> posts = new ArrayList<>();
    Archives.read(archives, new ArchiveSettings(ZONE), new Sink(posts));
    posts.sort(Comparator.comparing(Post::published));
    return List.copyOf(posts);
  }

  private static Path unpack(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream sample = Samples.class.getResourceAsStream("samples/" + name)) {
      Files.copy(Objects.requireNonNull(sample, "the jar lacks the sample " + name), file);
    }
    return file;
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  private record Sink(List<Post> posts) implements ArchiveSink {
    @Override
    public void accept(ArchiveItem item) {
      switch (item) {
        case ArchiveItem.ReadPost read -> posts.add(read.post());
        case ArchiveItem.Reject reject -> throw new IllegalStateException("bad sample: " + reject);
      }
    }

    @Override
    public void progress(long read, long total) {}
  }
}
