package io.gistmill.launcher.replay;

import io.gistmill.contracts.Topics;
import io.gistmill.domain.Subscription;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.pipeline.Pipeline;
import io.gistmill.producer.archive.ArchiveResult;
import io.gistmill.producer.archive.PostSpool;
import io.gistmill.producer.archive.ReplayOrder;
import io.gistmill.producer.publish.ReplayPublisher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// One replay: reads archives, sends their posts through a pipeline in the order of their time, and
/// writes what comes out.
///
/// The archives are read while the pipeline starts. Then three things run side by side: the
/// publisher writes posts and ticks, the pipeline works, the collector reads what it gives. The
/// replay ends when every digest due at the last tick is written.
public final class Replay {

  /// Starts the pipeline through which the posts go.
  @FunctionalInterface
  public interface PipelineStart {

    /// @param folder for the pipeline's data; deleted after the replay
    Pipeline start(Path folder, Topics topics);
  }

  private final ReplaySettings settings;
  private final PipelineStart start;
  private final Progress progress;
  private final Topics topics;
  private final StageRates rates = new StageRates(System::nanoTime);

  private Replay(ReplaySettings settings, PipelineStart start, Progress progress) {
    this.settings = settings;
    this.start = start;
    this.progress = progress;
    this.topics = new Topics("gistmill", settings.partitions(), settings.partitions());
  }

  /// @throws IOException when results cannot be written
  /// @throws CompletionException with the cause when a part of the pipeline dies
  public static ReplayReport run(ReplaySettings settings, PipelineStart start, Progress progress)
      throws IOException, InterruptedException {
    return new Replay(settings, start, progress).run();
  }

  private ReplayReport run() throws IOException, InterruptedException {
    OutputFolder out = OutputFolder.prepare(settings.out());
    try (Workspace workspace = Workspace.create();
        var rejects = new RejectsFile(out.rejects());
        var spool = PostSpool.in(workspace.folder("spool"));
        var posts = new ReplayedPosts(workspace.folder("spool"))) {
      var pipelineRejects = new PipelineRejects(topics.posts(), rejects);
      var files = new DigestFiles(out.digests());
      Path data = workspace.folder("pipeline");
      var starting = CompletableFuture.supplyAsync(() -> start.start(data, topics));
      List<ArchiveResult> archives;
      try {
        archives = Ingest.read(settings, spool, rejects, rates, progress);
        if (spool.size() > 0) {
          flow(starting.join(), spool, new Collector.Targets(posts, pipelineRejects, files));
        }
      } finally {
        starting.thenAccept(Pipeline::close).join();
      }
      posts.write(out.posts());
      return report(archives, posts, pipelineRejects, files);
    }
  }

  private void flow(Pipeline pipeline, PostSpool spool, Collector.Targets targets)
      throws InterruptedException {
    var editions = new Editions(settings);
    List<Subscription> subscriptions = editions.subscriptions(InstalledClassifiers.topics());
    Instant last = editions.lastTick(spool.inTime().getLast().published());
    var collector = new Collector(pipeline.bootstrapServers(), topics, targets, rates);
    var flow = new Flow(pipeline, collector);
    try (var publisher = new ReplayPublisher(pipeline.bootstrapServers(), topics)) {
      flow.run(publisher, subscriptions, ReplayOrder.of(spool, List.of(last)), last, rates);
    }
  }

  private ReplayReport report(
      List<ArchiveResult> archives,
      ReplayedPosts posts,
      PipelineRejects rejects,
      DigestFiles files) {
    long read = archives.stream().mapToLong(ArchiveResult::posts).sum();
    long unreadable = archives.stream().mapToLong(ArchiveResult::rejects).sum();
    return new ReplayReport(
        archives,
        read + unreadable,
        posts.posts(),
        posts.edits(),
        posts.duplicates(),
        unreadable + rejects.count(),
        files.written(),
        rates.table());
  }
}
