package io.gistmill.launcher.retag;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.ClassifierSet;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.launcher.candidate.LogOptions;
import io.gistmill.launcher.candidate.LogReader;
import io.gistmill.launcher.candidate.Moment;
import io.gistmill.launcher.config.PluginOptions;
import io.gistmill.launcher.machine.Machine;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.remote.ActiveClassifiers;
import io.gistmill.launcher.replay.UsageException;
import io.gistmill.producer.publish.RetagPublisher;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `gistmill retag`.
@Command(
    name = "retag",
    header = "Tags posts of the past again with the classifiers that are active now.",
    description = {
      "",
      "Their topics change on pages, in feeds and in digests from the next cut on. Each post stays"
          + " in its window, so nothing old is sent as new, and what readers corrected stays. A run"
          + " that was interrupted goes on when the same command is given again.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RetagCommand implements Callable<Integer> {

  private static final int MOST_PER_SECOND = 100_000;
  private static final int PER_SECOND = 200;

  /// Where a classifier takes posts one by one: a third of what passes with whole sentences on two
  /// processors.
  private static final int PER_SECOND_ONE_BY_ONE = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--since",
      required = true,
      paramLabel = "TIME",
      description = "Which posts: those that came since, such as 7d; at most 28 days back.")
  private String since = "";

  @Option(names = "--dry-run", description = "Counts the posts, and changes nothing.")
  private boolean dry;

  @Option(
      names = "--per-second",
      paramLabel = "N",
      description =
          "How many posts at most; new posts find their way between them. Default: 200, and 10"
              + " where an active classifier takes posts one by one, as one that looks at whole"
              + " sentences does, a chat model or an ONNX model.")
  private @Nullable Integer perSecond;

  @Mixin private ActiveClassifiers active = new ActiveClassifiers();
  @Mixin private PluginOptions plugins = new PluginOptions();
  @Mixin private LogOptions log = new LogOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Instant from = from();
    ClassifierRegistry registry =
        InstalledClassifiers.with(plugins.folder(System.getenv())).registry();
    ClassifierSet activeSet = active.set(registry);
    String set = activeSet.version();
    LogOptions.Log where = log.log(System.getenv());
    try (LogReader<PostEvent> posts =
        LogReader.open(where.connection(), where.topics().posts(), from)) {
      var plan = new RetagPlan(set);
      posts.history(plan::note);
      tell(
          plan.left() + " posts to tag again for set " + set + ", " + plan.done() + " done before");
      if (!dry && plan.left() > 0) {
        int rate = perSecond != null ? perSecond : usualRate(activeSet, registry);
        tell("at " + rate + " a second");
        write(posts, plan, set, rate, where);
      }
    }
    return 0;
  }

  private static int usualRate(ClassifierSet set, ClassifierRegistry registry) {
    return set.oneByOne(registry) ? PER_SECOND_ONE_BY_ONE : PER_SECOND;
  }

  private Instant from() {
    if (perSecond != null && (perSecond < 1 || perSecond > MOST_PER_SECOND)) {
      throw new UsageException(
          "--per-second: '" + perSecond + "' must lie between 1 and " + MOST_PER_SECOND);
    }
    Instant from = Moment.of("--since", since, Machine.time());
    if (from.isBefore(Machine.time().instant().minus(Horizon.LENGTH))) {
      throw new UsageException(
          "--since: "
              + since
              + " lies more than 28 days back; posts are remembered no longer than that");
    }
    return from;
  }

  private void write(
      LogReader<PostEvent> posts, RetagPlan plan, String set, int rate, LogOptions.Log where) {
    try (RetagPublisher publisher = RetagPublisher.open(where.connection(), where.topics())) {
      var batches = new Batches(rate, publisher::publish);
      posts.history(
          (partition, offset, event) ->
              post(event)
                  .filter(post -> plan.wants(partition, offset, post.id()))
                  .ifPresent(post -> batches.add(new PostEvent.Retagged(post, set))));
      batches.flush();
      tell(batches.written() + " posts are being tagged again");
    }
  }

  private static Optional<Post> post(PostEvent event) {
    return switch (event) {
      case PostEvent.Posted(Post post) -> Optional.of(post);
      case PostEvent.Backfilled(Post post) -> Optional.of(post);
      case PostEvent.Withdrawn _,
          PostEvent.Corrected _,
          PostEvent.Retagged _,
          PostEvent.Switched _,
          PostEvent.Ticked _ ->
          Optional.empty();
    };
  }

  private void tell(String what) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(what);
    out.flush();
  }
}
