package io.gistmill.launcher.remote;

import io.gistmill.contracts.Json;
import io.gistmill.gateway.log.Positions;
import io.gistmill.launcher.candidate.Moment;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `gistmill tail`: goes on after a break where it left off, so that nothing is missed.
@Command(
    name = "tail",
    header = "Shows posts of topics as they come.",
    mixinStandardHelpOptions = true)
public final class TailCommand implements Callable<Integer> {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Parameters(
      paramLabel = "TOPIC",
      arity = "0..*",
      description = "Topics by slug, or all, or other (default: all).")
  private List<String> topics = List.of();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Starts there: an instant (2025-03-05T08:00:00Z), a day (2025-03-05), how long ago (7d,"
              + " 2h, PT30M), or the id of an event, behind it.")
  private @Nullable String since;

  @Option(
      names = "--filter",
      paramLabel = "WORD",
      description = "Only posts that contain the word, in any case.")
  private @Nullable String filter;

  @Option(names = "--json", description = "One JSON object a line, as the stream gives it.")
  private boolean json;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Ends after so many posts (default: never).")
  private long limit = Long.MAX_VALUE;

  private @Nullable String position;
  private long shown;

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (limit < 1) {
      throw new UsageException("--limit: '" + limit + "' should be 1 or more");
    }
    String path = path();
    Remote gistmill = remote.remote();
    follow(gistmill, path);
    while (shown < limit) {
      spec.commandLine().getErr().println("the stream broke off; going on where it was ...");
      pause();
      followAgain(gistmill, path);
    }
    return 0;
  }

  /// After the first connection an instance that is away is waited for.
  private void followAgain(Remote gistmill, String path) throws InterruptedException, IOException {
    try {
      follow(gistmill, path);
    } catch (RemoteException e) {
      spec.commandLine().getErr().println(e.getMessage());
    }
  }

  private void follow(Remote gistmill, String path) throws InterruptedException, IOException {
    try (Stream<String> lines = gistmill.stream(path, position)) {
      ServerEvent.read(lines.iterator(), this::show);
    } catch (UncheckedIOException e) {
      // The connection broke; whoever called tries again.
      spec.commandLine().getErr().println(e.getMessage());
    }
  }

  private String path() {
    String names = topics.isEmpty() ? "all" : String.join(",", topics);
    String path = "/streams/" + names.replace(" ", "");
    return since == null
        ? path
        : path + "?since=" + URLEncoder.encode(start(since), StandardCharsets.UTF_8);
  }

  /// The id of an event is sent as it is.
  private static String start(String since) {
    return Positions.parse(since).isPresent() ? since : Moment.written("--since", since);
  }

  private boolean show(ServerEvent event) {
    position = event.id() == null ? position : event.id();
    if (event.name().equals("post") && passes(event.data())) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(json ? event.data() : line(Json.MAPPER.readTree(event.data())));
      out.flush();
      shown++;
    }
    return shown < limit;
  }

  private boolean passes(String post) {
    return filter == null
        || post.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
  }

  private static String line(JsonNode post) {
    String topics =
        post.path("topics")
            .valueStream()
            .map(topic -> topic.path("topic").asString(""))
            .collect(Collectors.joining(", "));
    return post.path("published").asString("")
        + "  "
        + Lines.name(post.path("author").asString(""))
        + (topics.isEmpty() ? "" : "  [" + topics + "]")
        + "\n    "
        + Lines.excerpt(post.path("title").asString(post.path("text").asString("")));
  }

  private static void pause() throws InterruptedException {
    if (new CountDownLatch(1).await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("nobody counts down");
    }
  }
}
