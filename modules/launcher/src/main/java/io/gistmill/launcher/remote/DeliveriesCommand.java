package io.gistmill.launcher.remote;

import io.gistmill.launcher.candidate.Moment;
import io.gistmill.launcher.machine.Machine;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `gistmill deliveries`.
@Command(
    name = "deliveries",
    header = "Shows how far digests have come on their way, and has them sent again.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class DeliveriesCommand {

  private static final String PATH = "/api/deliveries";
  private static final int NOT_FOUND = 404;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Command(
      name = "list",
      header = "Shows deliveries of the last seven days, newest first.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--subscription", paramLabel = "ID", description = "Of this one alone.")
          @Nullable String subscription,
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description = "queued, sending, sent, deferred, bounced, failed or expired.")
          @Nullable String state,
      @Option(
              names = "--since",
              paramLabel = "TIME",
              description = "Cut since then, such as 2026-03-01T06:00:00Z, 2026-03-01 or 7d.")
          @Nullable String since,
      @Option(names = "--json", description = "As JSON.") boolean json)
      throws IOException, InterruptedException {
    var query = new StringJoiner("&", "?", "");
    add(query, "subscription", subscription);
    add(query, "state", state);
    add(query, "since", since == null ? null : instant(since));
    JsonNode answer = remote.remote().get(query.length() == 1 ? PATH : PATH + query);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(answer);
      return 0;
    }
    answer.path("deliveries").forEach(delivery -> out.println(Lines.delivery(delivery)));
    if (answer.path("deliveries").isEmpty()) {
      out.println("no deliveries");
    }
    if (answer.path("more").asInt(0) > 0) {
      out.println(answer.path("more").asInt() + " more; narrow it with --subscription or --state");
    }
    return 0;
  }

  private static void add(StringJoiner query, String name, @Nullable String value) {
    if (value != null) {
      query.add(name + "=" + encoded(value));
    }
  }

  @Command(
      name = "retry",
      header = "Sends a digest now that has not arrived.",
      mixinStandardHelpOptions = true)
  int retry(
      @Parameters(paramLabel = "DIGEST", description = "As in the list.") String digest,
      @Parameters(
              paramLabel = "CHANNEL",
              arity = "0..1",
              description = "email or webhook; by default all of which it has not arrived.")
          @Nullable String channel)
      throws IOException, InterruptedException {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("digest", digest);
    if (channel != null) {
      body.put("channel", channel);
    }
    return report(remote.remote().post(PATH + "/retry", body));
  }

  @Command(
      name = "replay",
      header = "Sends all digests of a subscription again, from a time on.",
      mixinStandardHelpOptions = true)
  int replay(
      @Option(names = "--subscription", paramLabel = "ID", required = true) String subscription,
      @Option(
              names = "--since",
              paramLabel = "TIME",
              required = true,
              description = "Cut since then, such as 2026-03-01T06:00:00Z, 2026-03-01 or 7d.")
          String since)
      throws IOException, InterruptedException {
    JsonNode answer =
        remote
            .remote()
            .post(PATH + "/replay", Map.of("subscription", subscription, "since", instant(since)));
    if (answer.path("requested").isEmpty()) {
      requireKnown(subscription);
    }
    return report(answer);
  }

  /// Where no gateway answers, nobody can say which subscriptions there are.
  private void requireKnown(String subscription) throws IOException, InterruptedException {
    try {
      remote.remote().get("/api/subscriptions/" + encoded(subscription));
    } catch (RemoteException e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
      if (e.explained()) {
        throw new UsageException(
            "nothing is sent: nobody knows a subscription '"
                + subscription
                + "' there; 'gistmill subscriptions list' shows all");
      }
    }
  }

  private static String instant(String since) {
    return Moment.of("--since", since, Machine.time()).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Command(
      name = "brakes",
      header = "Shows to which domains mails are held back, and lets them go again.",
      mixinStandardHelpOptions = true)
  int brakes(
      @Option(
              names = "--release",
              paramLabel = "DOMAIN",
              description = "Sends to this domain again, and begins to count anew.")
          @Nullable String domain)
      throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (domain != null) {
      JsonNode answer = remote.remote().post(PATH + "/brakes/release", Map.of("domain", domain));
      out.println(
          "mails go to "
              + answer.path("domain").asString("")
              + " again; "
              + answer.path("requested").asInt(0)
              + " that were held back go out within a quarter of an hour");
      return 0;
    }
    JsonNode answer = remote.remote().get(PATH + "/brakes");
    answer.path("brakes").forEach(brake -> out.println(Lines.brake(brake)));
    if (answer.path("brakes").isEmpty()) {
      out.println("no mails are held back");
    }
    answer.path("domains").forEach(counts -> out.println(Lines.rates(counts)));
    return 0;
  }

  private int report(JsonNode answer) {
    PrintWriter out = spec.commandLine().getOut();
    JsonNode requested = answer.path("requested");
    for (JsonNode delivery : requested) {
      out.println(
          delivery.path("digest").asString("") + " " + delivery.path("channel").asString(""));
    }
    out.println(requested.size() + " asked for; 'gistmill deliveries list' shows what comes of it");
    return 0;
  }
}
