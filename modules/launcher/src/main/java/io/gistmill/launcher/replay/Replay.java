package io.gistmill.launcher.replay;

import io.gistmill.contracts.Topics;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.pipeline.Pipeline;
import io.gistmill.producer.archive.ArchiveResult;
import io.gistmill.producer.archive.PostSpool;
import io.gistmill.producer.archive.ReplayOrder;
import io.gistmill.producer.publish.ReplayPublisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;

/// One replay: reads archives, sends their posts through a pipeline in the order of their time, and
/// writes what comes out.
///
/// The archives are read while the pipeline starts. Then three things run side by side: the
/// publisher writes posts and ticks, the pipeline works, the collector reads what it gives. The
/// replay ends when every digest due at the last tick is written.
public final class Replay {

  /// What an empty broker with its stores takes, and some air.
  private static final long LEAST_ROOM = 256L * 1024 * 1024;

  /// How much the log, the stores and the spools hold together for each byte of an archive.
  private static final int ROOM_PER_BYTE = 20;

  /// Starts the pipeline through which the posts go.
  @FunctionalInterface
  public interface PipelineStart {

    /// @param folder for the pipeline's data; deleted after the replay
    Pipeline start(Path folder, Topics topics);
  }

  private final ReplaySettings settings;
  private final InstalledClassifiers classifiers;
  private final PipelineStart start;
  private final Progress progress;
  private final Topics topics;
  private final StageRates rates = new StageRates(System::nanoTime);
  private final Complaints complaints = new Complaints();

  private Replay(
      ReplaySettings settings,
      InstalledClassifiers classifiers,
      PipelineStart start,
      Progress progress) {
    this.settings = settings;
    this.classifiers = classifiers;
    this.start = start;
    this.progress = progress;
    this.topics = new Topics("gistmill", settings.partitions(), settings.partitions());
  }

  /// Replays with the classifiers that come with Gistmill.
  public static ReplayReport run(ReplaySettings settings, PipelineStart start, Progress progress)
      throws IOException, InterruptedException {
    return run(settings, InstalledClassifiers.shipped(), start, progress);
  }

  /// May be interrupted; it then ends the pipeline and deletes its temporary files as always.
  ///
  /// @param classifiers whose topics get digests; those that the pipeline asks
  /// @throws UsageException when a folder cannot be used
  /// @throws IOException when results cannot be written
  /// @throws CompletionException with the cause when a part of the pipeline dies
  public static ReplayReport run(
      ReplaySettings settings,
      InstalledClassifiers classifiers,
      PipelineStart start,
      Progress progress)
      throws IOException, InterruptedException {
    return new Replay(settings, classifiers, start, progress).run();
  }

  private ReplayReport run() throws IOException, InterruptedException {
    OutputFolder out = OutputFolder.check(settings.out(), settings.archives());
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (Workspace workspace = Workspace.in(temporary, room())) {
      out.deleteOldResults();
      return run(workspace, out);
    }
  }

  private ReplayReport run(Workspace workspace, OutputFolder out)
      throws IOException, InterruptedException {
    try (var rejects = new RejectsFile(out.rejects());
        var spool = PostSpool.in(workspace.folder("spool"));
        var posts = new ReplayedPosts(workspace.folder("spool"))) {
      var files = new DigestFiles(out.digests(), classifiers.topicNames());
      var results =
          new Collector.Targets(posts, new PipelineRejects(topics.posts(), rejects), files);
      List<ArchiveResult> archives;
      try (var pipeline = new StartingPipeline(start, workspace.folder("pipeline"), topics)) {
        archives = Interruptible.run(() -> read(spool, rejects));
        if (spool.size() > 0) {
          send(pipeline, spool, results);
        }
      }
      Interruptible.run(() -> posts.write(out.posts()));
      return report(archives, results);
    }
  }

  private long room() throws IOException {
    long bytes = 0;
    for (Path archive : settings.archives()) {
      bytes += Files.isRegularFile(archive) ? Files.size(archive) : 0;
    }
    return LEAST_ROOM + ROOM_PER_BYTE * bytes;
  }

  private List<ArchiveResult> read(PostSpool spool, RejectsFile rejects) {
    return Ingest.read(settings, new Ingest.Sinks(spool, rejects, complaints), rates, progress);
  }

  private void send(StartingPipeline starting, PostSpool spool, Collector.Targets results)
      throws IOException, InterruptedException {
    List<PostSpool.Entry> inTime = spool.inTime();
    var editions = new Editions(settings);
    Instant last = editions.lastTick(inTime.getLast().published());
    var digested = new DigestProgress(inTime, progress);
    digested.reach(Instant.MIN);
    Pipeline pipeline = starting.await();
    String broker = pipeline.bootstrapServers();
    var work =
        new Flow.Work(
            () -> new ReplayPublisher(broker, topics),
            editions.subscriptions(classifiers.topics()),
            ReplayOrder.of(spool, List.of(last)),
            count -> rates.count(StageRates.Stage.PUBLISHED, 1));
    var observer = new Collector.Observer(rates, digested);
    try (var flow = new Flow(new Collector(broker, topics, last, results, observer), work)) {
      StageRates.Stage.IN_PIPELINE.forEach(rates::start);
      flow.run(pipeline);
    }
  }

  private ReplayReport report(List<ArchiveResult> archives, Collector.Targets results) {
    long read = archives.stream().mapToLong(ArchiveResult::posts).sum();
    long unreadable = archives.stream().mapToLong(ArchiveResult::rejects).sum();
    long unprocessed = results.rejects().count();
    return new ReplayReport(
        archives,
        read + unreadable,
        results.posts().posts(),
        results.posts().edits(),
        results.posts().duplicates(),
        unreadable + unprocessed,
        complaints.about(archives, unprocessed),
        results.files().written(),
        rates.all());
  }
}
