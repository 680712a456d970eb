package io.gistmill.launcher.remote;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a subscription should be, as fields of the API. What is not given is left to the server.
final class WishOptions {

  @Option(
      names = "--topics",
      paramLabel = "SLUG,...",
      split = ",",
      description = "Of which a story must have one; '' for everything.")
  private @Nullable List<String> topics;

  @Option(
      names = "--without",
      paramLabel = "SLUG,...",
      split = ",",
      description = "Of which a story must have none; '' for none.")
  private @Nullable List<String> excluded;

  @Option(names = "--filter", paramLabel = "QUERY", description = "That posts must meet.")
  private @Nullable String filter;

  @Option(
      names = "--every",
      paramLabel = "RHYTHM",
      description = "day, week or quarter-hour (default: day).")
  private @Nullable String every;

  @Option(names = "--at", paramLabel = "HH:MM", description = "On a quarter-hour (default: 08:00).")
  private @Nullable String at;

  @Option(
      names = "--day",
      paramLabel = "DAY",
      description = "Of the week, with --every week, such as monday.")
  private @Nullable String day;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Such as Europe/Berlin (default: that of the pages).")
  private @Nullable String zone;

  @Option(names = "--items", paramLabel = "N", description = "Stories at the most (default: 20).")
  private @Nullable Integer items;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Minutes of reading at the most; 0 for no limit (the default).")
  private @Nullable Integer minutes;

  @Option(names = "--language", paramLabel = "CODE", description = "any, en or zh (default: any).")
  private @Nullable String language;

  @Option(
      names = "--send-empty",
      negatable = true,
      description =
          "Whether a digest without stories goes out too; of a day or week (default: no).")
  private @Nullable Boolean sendEmpty;

  Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    put(fields, "topics", topics);
    put(fields, "excluded", excluded);
    put(fields, "filter", filter);
    put(fields, "every", every);
    put(fields, "at", at);
    put(fields, "day", day);
    put(fields, "zone", zone);
    put(fields, "items", items);
    put(fields, "minutes", minutes);
    put(fields, "language", language);
    put(fields, "sendEmpty", sendEmpty);
    return fields;
  }

  static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
