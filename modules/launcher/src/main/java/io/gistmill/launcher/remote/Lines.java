package io.gistmill.launcher.remote;

import io.gistmill.domain.ShownName;
import tools.jackson.databind.JsonNode;

/// What people read on a terminal.
public final class Lines {

  private static final int EXCERPT = 160;

  private Lines() {}

  /// One line without control characters, cut where it gets long.
  public static String excerpt(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.codePointCount(0, line.length()) <= EXCERPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + " ...";
  }

  /// Of somebody; see [ShownName].
  public static String name(String name) {
    return excerpt(ShownName.of(name));
  }

  /// A source with how it fares.
  static String source(JsonNode source) {
    String error = source.path("lastError").asString("");
    return source.path("id").asString("")
        + "  "
        + source.path("address").asString("")
        + "  last "
        + source.path("lastPoll").asString("never")
        + ", next "
        + source.path("nextPoll").asString("soon")
        + (error.isEmpty() ? "" : "  ERROR: " + excerpt(error));
  }

  /// A delivery with how far it has come.
  static String delivery(JsonNode delivery) {
    JsonNode last = delivery.path("attempts").path(delivery.path("attempts").size() - 1);
    String next = delivery.path("next").asString("");
    String reason = delivery.path("reason").asString(last.path("outcome").asString(""));
    return String.join(
            "  ",
            delivery.path("cut").asString(""),
            delivery.path("digest").asString(""),
            delivery.path("channel").asString(""),
            delivery.path("state").asString(""))
        + (next.isEmpty() ? "" : ", next " + next)
        + (reason.isEmpty() ? "" : "  " + excerpt(reason));
  }

  /// A domain to which mails are held back.
  static String brake(JsonNode brake) {
    return brake.path("domain").asString("")
        + "  held back until "
        + brake.path("until").asString("")
        + ": "
        + excerpt(brake.path("reason").asString(""));
  }

  /// How the last mails to a domain fared.
  static String rates(JsonNode counts) {
    return counts.path("domain").asString("")
        + "  sent "
        + counts.path("sent").asInt(0)
        + ", hard bounces "
        + counts.path("hard").asInt(0)
        + ", soft "
        + counts.path("soft").asInt(0)
        + ", complaints "
        + counts.path("complaints").asInt(0);
  }
}
