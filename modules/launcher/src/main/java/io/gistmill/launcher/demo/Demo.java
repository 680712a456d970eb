package io.gistmill.launcher.demo;

import io.gistmill.domain.Post;
import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.machine.Machine;
import io.gistmill.launcher.service.Part;
import io.gistmill.launcher.service.Platform;
import io.gistmill.launcher.service.Times;
import io.gistmill.producer.clock.ClockPace;
import io.gistmill.producer.publish.PostPublisher;
import io.gistmill.runtime.service.End;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Gistmill as a whole in this process, with two weeks of samples behind it and two weeks coming.
public final class Demo {

  private static final Duration HICCUP = Duration.ofSeconds(5);
  private static final Duration ASK_TIME = Duration.ofMillis(5);
  private static final Duration SEND_WITHIN = Duration.ofSeconds(10);

  private final GistmillConfig config;
  private final Duration day;
  private final boolean once;
  private final Consumer<String> say;

  /// @param day how long a day of the samples takes
  /// @param once ends when the first digest is on the page
  /// @param say tells people what happens, a line at a time
  public Demo(GistmillConfig config, Duration day, boolean once, Consumer<String> say) {
    this.config = config;
    this.day = day;
    this.once = once;
    this.say = say;
  }

  /// Runs until it is interrupted, or something dies.
  public End run() throws IOException, InterruptedException {
    say.accept(
        "Gistmill starts: a Kafka broker, the pipeline and the pages, all in this process ...");
    DemoFolder.empty(config.data());
    long speed = Math.max(1, Duration.ofDays(1).dividedBy(day));
    var clock = new DemoClock(Samples.BEGIN, Samples.END, speed, System::nanoTime);
    var pace = new ClockPace(clock, HICCUP.multipliedBy(speed), ASK_TIME);
    try (var platform = Platform.open(config, new Times(Machine.time(), pace))) {
      return run(platform, clock);
    }
  }

  private End run(Platform platform, DemoClock clock) throws IOException, InterruptedException {
    Future<List<Post>> past = CompletableFuture.supplyAsync(() -> past(platform));
    platform.start(Part.CLASSIFIER);
    platform.start(Part.DIGEST);
    platform.start(Part.GATEWAY);
    List<Post> posts = result(past);
    clock.go();
    platform.start(Part.PRODUCER);
    URI url = platform.serve();
    tell(url);
    var _ = FirstLook.at(url).thenAccept(_ -> onFirstDigest(platform, url));
    PostPublisher publisher =
        platform.closeLater(new PostPublisher(platform.kafka(), platform.topics(), SEND_WITHIN));
    List<Post> coming = posts.stream().filter(Demo::isComing).toList();
    SampleFlow flow = platform.services().add(SampleFlow.start(coming, publisher, clock));
    var _ = flow.allSent().thenRun(this::tellTheEnd);
    return platform.services().awaitEnd();
  }

  /// Writes what lies behind while the services start.
  private List<Post> past(Platform platform) {
    try {
      List<Post> posts = Samples.read(DemoFolder.temporary(config.data()));
      Past.publish(platform, DemoFolder.temporary(config.data()), posts);
      return posts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private static List<Post> result(Future<List<Post>> past) throws InterruptedException {
    try {
      return past.get();
    } catch (ExecutionException e) {
      throw new CompletionException("the samples could not be sent", e.getCause());
    }
  }

  static boolean isComing(Post post) {
    return !post.published().isBefore(Samples.BEGIN);
  }

  private void tell(URI url) {
    say.accept("");
    say.accept("  pages    " + url);
    say.accept("  status   " + url + "/status");
    say.accept("  metrics  " + url + "/metrics");
    say.accept("  mails    " + config.mails());
    say.accept("");
    say.accept(
        "Two weeks of sample posts lie behind, two more flow in: a day takes "
            + day.toSeconds()
            + " s.");
    say.accept("In another terminal:");
    say.accept("  ./gistmill tail rag moe");
    say.accept(
        "  echo '{\"text\":\"Our RAG index now fits on a phone.\"}' | ./gistmill posts send -");
    say.accept("Ctrl-C ends it.");
  }

  private void onFirstDigest(Platform platform, URI url) {
    String after = String.format(Locale.ROOT, "%.1f", Machine.sinceStart().toMillis() / 1000.0);
    say.accept("The first digests are on " + url + "/digests, " + after + " s after the start.");
    if (once) {
      platform.services().stop();
    }
  }

  private void tellTheEnd() {
    say.accept("The samples are at an end; from here on the clock runs at its usual pace.");
  }
}
