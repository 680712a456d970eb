package io.gistmill.launcher.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Subscribers as people read them on a terminal.
final class SubscriberLines {

  private SubscriberLines() {}

  /// The subscriber, and a line for each subscription.
  static List<String> of(JsonNode subscriber) {
    var lines = new ArrayList<String>();
    String email = subscriber.path("email").asString("");
    String webhook = subscriber.path("webhook").asString("");
    lines.add(
        Lines.excerpt(subscriber.path("subscriber").asString("") + "  " + email + "  " + webhook));
    subscriber.path("suspensions").forEach(each -> lines.add("  CLOSED " + suspension(each)));
    subscriber.path("subscriptions").forEach(each -> lines.add("  " + subscription(each)));
    return lines;
  }

  private static String suspension(JsonNode each) {
    return each.path("channel").asString("")
        + " since "
        + each.path("at").asString("")
        + ": "
        + Lines.excerpt(each.path("reason").asString(""));
  }

  private static String subscription(JsonNode each) {
    String topics = texts(each.path("topics"));
    return each.path("id").asString("")
        + "  "
        + (topics.isEmpty() ? "all topics" : topics)
        + "  "
        + when(each)
        + " "
        + each.path("zone").asString("")
        + "  by "
        + texts(each.path("channels"))
        + (each.path("paused").asBoolean(false) ? "  PAUSED" : "");
  }

  private static String when(JsonNode each) {
    return switch (each.path("every").asString("")) {
      case "day" -> "every day at " + each.path("at").asString("");
      case "week" ->
          "every " + each.path("day").asString("") + " at " + each.path("at").asString("");
      default -> "every quarter-hour";
    };
  }

  private static String texts(JsonNode list) {
    return list.valueStream().map(text -> text.asString("")).collect(Collectors.joining(", "));
  }

  /// A digest, and a line for each way by which it went.
  static List<String> sent(JsonNode digest) {
    var lines = new ArrayList<String>();
    lines.add(
        digest.path("cut").asString("") + "  " + digest.path("stories").asInt(0) + " stories");
    for (JsonNode way : digest.path("deliveries")) {
      JsonNode last = way.path("attempts").valueStream().reduce((_, each) -> each).orElse(way);
      lines.add(
          "  "
              + way.path("channel").asString("")
              + " "
              + way.path("state").path("is").asString("")
              + " after "
              + way.path("attempts").size()
              + " attempts: "
              + Lines.excerpt(last.path("outcome").asString("none yet")));
    }
    return lines;
  }
}
