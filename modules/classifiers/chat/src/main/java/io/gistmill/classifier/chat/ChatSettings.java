package io.gistmill.classifier.chat;

import io.gistmill.classifier.engine.CommonSettings;
import io.gistmill.classifier.engine.Digests;
import io.gistmill.classifier.engine.EngineSettings;
import io.gistmill.classifier.engine.SecretSource;
import io.gistmill.classifier.engine.Section;
import io.gistmill.web.WebAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What `classifier.yml` says of a chat model.
///
/// @param url of the service, to which `/chat/completions` is added
/// @param topics names by slug
/// @param definitions what belongs under a topic, by slug, for the model
/// @param instructions more for the model; may be empty
/// @param maxChars of a post that are sent
/// @param cached answers that are kept
/// @param state folder in which answers and what was spent are kept; empty for memory alone
record ChatSettings(
    URI url,
    String model,
    SortedMap<String, String> topics,
    SortedMap<String, String> definitions,
    String instructions,
    Duration timeLimit,
    boolean allowPrivate,
    Optional<SecretSource> token,
    Limits limits,
    int maxChars,
    int maxOutputTokens,
    int cached,
    Optional<Path> state)
    implements CommonSettings {

  private static final URI NOWHERE = URI.create("http://localhost/");
  private static final double MAX_MONEY = 1_000_000;
  private static final Set<String> NAMES =
      Set.of(
          "url",
          "model",
          "definitions",
          "instructions",
          "allow-private",
          "token-file",
          "token-env",
          "requests-per-minute",
          "tokens-per-day",
          "money-per-day",
          "price-per-million",
          "max-chars",
          "max-output-tokens",
          "cache",
          "state");

  /// What may be spent. Prices and money are in one currency, whichever it is.
  ///
  /// @param moneyPerDay empty for no limit
  /// @param inputPrice of a million tokens that are sent
  /// @param outputPrice of a million tokens that are answered
  record Limits(
      int requestsPerMinute,
      int tokensPerDay,
      Optional<Double> moneyPerDay,
      double inputPrice,
      double outputPrice) {}

  ChatSettings {
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
    definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
  }

  /// @throws IllegalArgumentException naming every mistake
  static ChatSettings read(String text, Path folder) {
    var settings = new EngineSettings(text);
    Section root = settings.root();
    settings.allowOnly(NAMES);
    SortedMap<String, String> topics = settings.topics();
    var read =
        new ChatSettings(
            root.parsed("url", WebAddress::parse, NOWHERE),
            root.text("model"),
            topics,
            definitions(root, topics),
            root.optionalText("instructions").orElse(""),
            settings.timeLimit(30),
            root.flag("allow-private", false),
            SecretSource.of(root, "token", folder),
            limits(root),
            root.whole("max-chars", 100, 100_000, 8_000),
            root.whole("max-output-tokens", 50, 10_000, 1_000),
            root.whole("cache", 0, 1_000_000, 10_000),
            root.optionalText("state").map(folder::resolve));
    settings.refuseIfWrong();
    return read;
  }

  private static SortedMap<String, String> definitions(
      Section root, SortedMap<String, String> topics) {
    var definitions = new TreeMap<String, String>();
    if (root.has("definitions")) {
      Section section = root.section("definitions");
      section.allowOnly(topics.keySet());
      section.names().forEach(slug -> definitions.put(slug, section.text(slug)));
    }
    return definitions;
  }

  private static Limits limits(Section root) {
    boolean priced = root.has("price-per-million");
    Section prices = priced ? root.section("price-per-million") : root;
    boolean limited = root.has("money-per-day");
    if (limited && !priced) {
      root.mistake("money-per-day", "needs price-per-million: {input: ..., output: ...}");
    }
    return new Limits(
        root.whole("requests-per-minute", 1, 100_000, 60),
        root.whole("tokens-per-day", 1, Integer.MAX_VALUE, 500_000),
        limited ? Optional.of(root.number("money-per-day", 0, MAX_MONEY, 0)) : Optional.empty(),
        priced ? prices.number("input", 0, MAX_MONEY, 0) : 0,
        priced ? prices.number("output", 0, MAX_MONEY, 0) : 0);
  }

  /// What an answer depends on, besides the post.
  List<String> meaning() {
    return List.of(
        Prompt.VERSION,
        url.toString(),
        model,
        Prompt.system(this),
        Integer.toString(maxChars),
        Integer.toString(maxOutputTokens));
  }

  String version() {
    return Digests.version(meaning());
  }
}
