package io.gistmill.launcher.remote;

import io.gistmill.launcher.files.GivenFile;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `gistmill subscriptions`, for the operator.
@Command(
    name = "subscriptions",
    header = "Lists, adds, changes and ends subscriptions of people.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class SubscriptionsCommand {

  private static final String SUBSCRIPTIONS = "/api/subscriptions";
  private static final String SUBSCRIBERS = "/api/subscribers";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Command(
      name = "list",
      header = "Shows all subscribers and what they get.",
      mixinStandardHelpOptions = true)
  int list(@Option(names = "--json", description = "As JSON, a line a subscriber.") boolean json)
      throws IOException, InterruptedException {
    List<JsonNode> all = all();
    if (all.isEmpty() && !json) {
      out().println("nobody yet; add somebody with: gistmill subscriptions add EMAIL");
    }
    for (JsonNode subscriber : all) {
      if (json) {
        out().println(subscriber);
      } else {
        SubscriberLines.of(subscriber).forEach(out()::println);
      }
    }
    return 0;
  }

  private List<JsonNode> all() throws IOException, InterruptedException {
    var all = new ArrayList<JsonNode>();
    String after = "";
    do {
      JsonNode page = remote.remote().get(SUBSCRIPTIONS + "?after=" + encoded(after));
      page.path("subscribers").forEach(all::add);
      after = page.path("next").asString("");
    } while (!after.isEmpty());
    return all;
  }

  @Command(
      name = "show",
      header = "Shows one subscription, and what became of its last digests.",
      mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "ID", description = "As in the list.") String id)
      throws IOException, InterruptedException {
    out().println(remote.remote().get(one(id)).toPrettyString());
    JsonNode sent = remote.remote().get(one(id) + "/deliveries");
    sent.path("digests").forEach(digest -> SubscriberLines.sent(digest).forEach(out()::println));
    return 0;
  }

  @Command(
      name = "add",
      header = "Subscribes somebody at once, without a mail that asks: you answer for it.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "EMAIL", arity = "0..1", description = "Where digests go.")
          @Nullable String email,
      @Option(names = "--webhook", paramLabel = "URL", description = "To which digests go.")
          @Nullable String webhook,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              description =
                  "standard, slack, discord, feishu, dingtalk or wecom (default: standard).")
          @Nullable String format,
      @Mixin WishOptions wish)
      throws IOException, InterruptedException {
    if (email == null && webhook == null) {
      throw new UsageException("say where the digests go: an address of e-mail, or --webhook URL");
    }
    Map<String, Object> fields = wish.fields();
    WishOptions.put(fields, "email", email);
    WishOptions.put(fields, "webhook", webhook);
    WishOptions.put(fields, "format", format);
    JsonNode created = remote.remote().post(SUBSCRIPTIONS, fields);
    if (created.has("subscription")) {
      out().println(created.path("subscription").asString("") + " is added");
      out().println(created.path("manage").asString(""));
    } else {
      out().println(created.path("message").asString("It was asked for."));
      out().println("to subscribe somebody at once, show the token; see --token");
    }
    return 0;
  }

  @Command(
      name = "change",
      header = "Changes a subscription, from the next digest on.",
      mixinStandardHelpOptions = true)
  int change(
      @Parameters(paramLabel = "ID", description = "As in the list.") String id,
      @Option(
              names = "--channels",
              paramLabel = "WAY,...",
              split = ",",
              description = "email, webhook or both.")
          @Nullable List<String> channels,
      @Mixin WishOptions wish)
      throws IOException, InterruptedException {
    var fields = new LinkedHashMap<>(wish.fields());
    WishOptions.put(fields, "channels", channels);
    if (fields.isEmpty()) {
      throw new UsageException("say what to change, such as --at 07:30");
    }
    out().println(remote.remote().patch(one(id), fields).toPrettyString());
    return 0;
  }

  @Command(
      name = "pause",
      header = "Sends nothing until it is resumed.",
      mixinStandardHelpOptions = true)
  int pause(@Parameters(paramLabel = "ID") String id) throws IOException, InterruptedException {
    remote.remote().post(one(id) + "/pause", Map.of());
    out().println(id + " is paused");
    return 0;
  }

  @Command(name = "resume", header = "Ends a pause.", mixinStandardHelpOptions = true)
  int resume(@Parameters(paramLabel = "ID") String id) throws IOException, InterruptedException {
    remote.remote().post(one(id) + "/resume", Map.of());
    out().println(id + " is resumed");
    return 0;
  }

  @Command(name = "remove", header = "Ends a subscription.", mixinStandardHelpOptions = true)
  int remove(@Parameters(paramLabel = "ID") String id) throws IOException, InterruptedException {
    remote.remote().delete(one(id));
    out().println(id + " is removed");
    return 0;
  }

  @Command(
      name = "export",
      header = "Writes everything that is held about a subscriber, as JSON.",
      mixinStandardHelpOptions = true)
  int export(@Parameters(paramLabel = "SUBSCRIBER") String subscriber)
      throws IOException, InterruptedException {
    out().println(remote.remote().get(person(subscriber)).toPrettyString());
    return 0;
  }

  @Command(
      name = "import",
      header = "Brings a subscriber back from an export, of this Gistmill or of another.",
      mixinStandardHelpOptions = true)
  int bringBack(@Parameters(paramLabel = "FILE") Path file)
      throws IOException, InterruptedException {
    JsonNode restored =
        remote.remote().post(SUBSCRIBERS, GivenFile.bytes(file), "application/json");
    SubscriberLines.of(restored).forEach(out()::println);
    return 0;
  }

  @Command(
      name = "forget",
      header = "Ends all of a subscriber's subscriptions, and keeps nothing about them.",
      mixinStandardHelpOptions = true)
  int forget(@Parameters(paramLabel = "SUBSCRIBER") String subscriber)
      throws IOException, InterruptedException {
    remote.remote().delete(person(subscriber));
    out().println(subscriber + " is forgotten");
    return 0;
  }

  @Command(
      name = "link",
      header = "Makes a link to a subscriber's page; whoever has it can change everything there.",
      mixinStandardHelpOptions = true)
  int link(@Parameters(paramLabel = "SUBSCRIBER") String subscriber)
      throws IOException, InterruptedException {
    JsonNode link = remote.remote().post(person(subscriber) + "/link", Map.of());
    out().println(link.path("manage").asString(""));
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String one(String id) {
    return SUBSCRIPTIONS + "/" + encoded(id);
  }

  private static String person(String subscriber) {
    return SUBSCRIBERS + "/" + encoded(subscriber);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
