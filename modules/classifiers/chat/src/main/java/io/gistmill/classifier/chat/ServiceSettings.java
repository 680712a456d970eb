package io.gistmill.classifier.chat;

import io.gistmill.classifier.engine.EngineSettings;
import io.gistmill.classifier.engine.SecretSource;
import io.gistmill.classifier.engine.Section;
import io.gistmill.web.WebAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a chat model is reached and what asking it may cost, whatever it is asked.
///
/// @param url of the service, to which `/chat/completions` is added
/// @param maxChars of a post that are sent
/// @param cached answers that are kept
/// @param state folder in which answers and what was spent are kept; empty for memory alone
record ServiceSettings(
    URI url,
    String model,
    Duration timeLimit,
    boolean allowPrivate,
    Optional<SecretSource> token,
    Limits limits,
    int maxChars,
    int maxOutputTokens,
    int cached,
    Optional<Path> state) {

  static final Set<String> NAMES =
      Set.of(
          "url",
          "model",
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

  private static final URI NOWHERE = URI.create("http://localhost/");
  private static final double MAX_MONEY = 1_000_000;

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

  /// Mistakes are noted in the settings.
  static ServiceSettings read(EngineSettings settings, Path folder) {
    Section root = settings.root();
    return new ServiceSettings(
        root.parsed("url", WebAddress::parse, NOWHERE),
        root.text("model"),
        settings.timeLimit(30),
        root.flag("allow-private", false),
        SecretSource.of(root, "token", folder),
        limits(root),
        root.whole("max-chars", 100, 100_000, 8_000),
        root.whole("max-output-tokens", 50, 10_000, 1_000),
        root.whole("cache", 0, 1_000_000, 10_000),
        root.optionalText("state").map(folder::resolve));
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
  ///
  /// @param prompt version of the prompt
  /// @param system what the model is told
  List<String> meaning(String prompt, String system) {
    return new ArrayList<>(
        List.of(
            prompt,
            url.toString(),
            model,
            system,
            Integer.toString(maxChars),
            Integer.toString(maxOutputTokens)));
  }
}
