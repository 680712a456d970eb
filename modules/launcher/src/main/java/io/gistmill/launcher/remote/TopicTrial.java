package io.gistmill.launcher.remote;

import io.gistmill.classifier.ActiveClassifier;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import io.gistmill.producer.archive.ArchiveItem;
import io.gistmill.producer.archive.ArchiveResult;
import io.gistmill.producer.archive.ArchiveSettings;
import io.gistmill.producer.archive.ArchiveSink;
import io.gistmill.producer.archive.Archives;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/// Asks one classifier about the posts of a file, outside of any stream, and shows those that get
/// one topic.
final class TopicTrial implements AutoCloseable {

  private final ActiveClassifier active;
  private final String slug;

  TopicTrial(ActiveClassifier active, String slug) {
    this.active = active;
    this.slug = slug;
  }

  void run(Path posts, PrintWriter out, PrintWriter err) {
    var sink = new Sink(out, err);
    List<ArchiveResult> results =
        Archives.read(List.of(posts), new ArchiveSettings(ZoneOffset.UTC), sink);
    results.stream().flatMap(result -> result.failure().stream()).forEach(err::println);
    out.println(sink.matched + " of " + sink.read + " posts get the topic " + slug);
    out.flush();
  }

  private final class Sink implements ArchiveSink {

    private final PrintWriter out;
    private final PrintWriter err;
    private int read;
    private int matched;

    private Sink(PrintWriter out, PrintWriter err) {
      this.out = out;
      this.err = err;
    }

    @Override
    public void accept(ArchiveItem item) {
      switch (item) {
        case ArchiveItem.ReadPost post -> show(post.post());
        case ArchiveItem.Reject reject ->
            err.println("line " + reject.line() + ": " + reject.reason());
      }
    }

    private void show(Post post) {
      read++;
      for (Outcome outcome : active.classifier().classify(List.of(post))) {
        switch (outcome) {
          case Outcome.Failed failed -> err.println(post.id() + ": " + failed.reason());
          case Outcome.Tagged tagged ->
              tagged.tags().stream()
                  .filter(tag -> tag.topic().equals(slug))
                  .forEach(tag -> show(post, tag));
        }
      }
    }

    private void show(Post post, Tag tag) {
      matched++;
      out.println(
          tag.confidence()
              + "  "
              + Lines.excerpt(post.title() == null ? post.text() : post.title())
              + tag.evidence().stream()
                  .map(Evidence::text)
                  .distinct()
                  .collect(Collectors.joining(", ", "\n      because of: ", "")));
    }

    @Override
    public void progress(long done, long total) {}
  }

  @Override
  public void close() {
    active.classifier().close();
  }
}
