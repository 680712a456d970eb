package io.gistmill.processes;

import io.gistmill.launcher.service.Part;
import io.gistmill.testsupport.process.BrokerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Five processes that are killed in the course of some days, each at a moment when it has work.
final class Disturbed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Disturbed.class);

  private final BrokerProcess broker;
  private final Installation installation;
  private final GistmillProcess producer;
  private final List<GistmillProcess> classifiers;
  private final GistmillProcess digest;
  private final Sender sender;
  private final LiveRun run;
  private final SplittableRandom random;
  private final List<String> recovered = new ArrayList<>();

  private Disturbed(Path folder, long seed) {
    random = new SplittableRandom(seed);
    broker = BrokerProcess.start(folder);
    installation = new Installation(folder, broker.bootstrapServers());
    installation.clock().set(Step.START);
    producer = installation.startDriven("producer", Part.PRODUCER);
    classifiers =
        List.of(
            installation.start("classifier", "classifier-1"),
            installation.start("classifier", "classifier-2"));
    digest = installation.start("digest", "digest");
    sender = new Sender(producer);
    run = new LiveRun(installation, sender);
    all().forEach(GistmillProcess::awaitReady);
  }

  static Disturbed start(Path folder, long seed) {
    return new Disturbed(folder, seed);
  }

  void play(Step step) {
    if (step.isMorningOf(0)) {
      killClassifier(step);
    } else if (step.isMidnightBefore(1)) {
      killDigest(step);
    } else if (step.isMorningOf(1)) {
      killBroker(step);
    } else if (step.isMidnightBefore(2)) {
      stopBroker(step);
    } else if (step.isMorningOf(2)) {
      killProducer(step);
    } else {
      run.play(step);
    }
  }

  /// One of two, while it tags.
  private void killClassifier(Step step) {
    GistmillProcess victim = classifiers.get(random.nextInt(classifiers.size()));
    run.begin(step);
    try (var watch = Watch.on(Installation.TOPICS.tagged(), bootstrap())) {
      CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> run.send(step));
      watch.awaitRecords(1 + random.nextInt(50));
      victim.kill();
      long killed = System.nanoTime();
      victim.restart();
      sending.join();
      awaitTagged();
      note("classifier", killed);
    }
  }

  /// While it cuts.
  private void killDigest(Step step) {
    try (var watch = Watch.on(Installation.TOPICS.digests(), bootstrap())) {
      CompletableFuture<Void> ticking = CompletableFuture.runAsync(() -> run.begin(step));
      watch.awaitRecords(1);
      digest.kill();
      long killed = System.nanoTime();
      digest.restart();
      ticking.join();
      LogImage.awaitDigests(step.at(), bootstrap());
      note("digest", killed);
    }
    run.send(step);
  }

  /// While posts come in, and for so long that the producer refuses them.
  private void killBroker(Step step) {
    run.begin(step);
    CompletableFuture<Void> sending;
    try (var watch = Watch.on(Installation.TOPICS.posts(), bootstrap())) {
      sending = CompletableFuture.runAsync(() -> run.send(step));
      watch.awaitRecords(1);
      broker.kill();
    }
    sender.awaitRefusal();
    long down = System.nanoTime();
    broker.restart();
    sending.join();
    awaitTagged();
    note("from the broker's kill", down);
  }

  /// While ticks are written and digests are cut.
  private void stopBroker(Step step) {
    CompletableFuture<Void> ticking = CompletableFuture.runAsync(() -> run.begin(step));
    broker.stop();
    long down = System.nanoTime();
    broker.restart();
    ticking.join();
    LogImage.awaitDigests(step.at(), bootstrap());
    note("from the broker's stop", down);
    run.send(step);
  }

  /// While posts come in.
  private void killProducer(Step step) {
    run.begin(step);
    try (var watch = Watch.on(Installation.TOPICS.posts(), bootstrap())) {
      CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> run.send(step));
      watch.awaitRecords(1);
      producer.kill();
      long killed = System.nanoTime();
      producer.restart();
      sending.join();
      awaitTagged();
      note("producer", killed);
    }
  }

  /// Waits until every accepted post is tagged.
  private void awaitTagged() {
    LogImage.awaitTagged(sender.accepted(), bootstrap());
  }

  private void note(String what, long since) {
    double seconds = Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
    recovered.add(String.format(Locale.ROOT, "recovered %s in %.1f s", what, seconds));
    LOG.info(recovered.getLast());
  }

  List<String> recovered() {
    return List.copyOf(recovered);
  }

  Set<String> accepted() {
    return sender.accepted();
  }

  int refused() {
    return sender.refused();
  }

  String bootstrap() {
    return installation.bootstrap();
  }

  private List<GistmillProcess> all() {
    var all = new ArrayList<>(classifiers);
    all.add(producer);
    all.add(digest);
    return all;
  }

  @Override
  public void close() {
    all().forEach(GistmillProcess::close);
    broker.close();
  }
}
