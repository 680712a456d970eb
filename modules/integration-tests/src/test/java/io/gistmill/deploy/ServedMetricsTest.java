package io.gistmill.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a whole Gistmill that took posts shows at `/metrics`: that the board has all it asks for,
/// and that the page in the reference names all there is.
@Timeout(300)
class ServedMetricsTest {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String TWO_POSTS =
      """
      [{"id": "1", "text": "Our RAG index now fits on a phone."},
       {"id": "2", "text": "A walk in the hills."}]
      """;
  private static final Pattern OUTCOMES_OF_POSTS =
      Pattern.compile(
          "(?m)^gistmill_outcomes_total\\{outcome=\"(?:tagged|other|failed)\","
              + "service=\"gistmill-classifier\"} (\\S+)$");
  private static final MetricsPage PAGE = MetricsPage.read();

  @TempDir static Path folder;
  private static double counted;
  private static String scrape = "";

  @BeforeAll
  static void scrapeOne() throws IOException, InterruptedException {
    Path plugins = costlyClassifier();
    try (var site = FeedServer.start();
        var gistmill =
            RunningGistmill.start(
                folder,
                "--set",
                "feeds.allow-private=true",
                "--set",
                "classifier.plugins=" + plugins)) {
      gistmill.post("/api/posts?source=test", TWO_POSTS);
      await().atMost(LIMIT).until(() -> outcomesOfPosts(gistmill.get("/metrics")) >= 2);
      counted = outcomesOfPosts(gistmill.get("/metrics"));
      gistmill.post("/api/sources", site.address());
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () -> {
                scrape = gistmill.get("/metrics");
                assertThat(missing()).as(gistmill.jvm().tail()).isEmpty();
              });
    }
  }

  /// One with a budget, of whose service nobody is there: its posts go on all the same.
  private static Path costlyClassifier() throws IOException {
    Path plugins = folder.resolve("plugins");
    Path plugin = Files.createDirectories(plugins.resolve("judge"));
    Files.writeString(
        plugin.resolve("classifier.yml"),
        """
        engine: chat
        url: http://127.0.0.1:9/v1
        allow-private: true
        model: none
        topics: {beekeeping: Beekeeping}
        price-per-million: {input: 1, output: 2}
        money-per-day: 1
        """);
    return plugins;
  }

  private static List<String> missing() {
    var all = new TreeSet<>(Dashboard.read().missingIn(scrape));
    all.addAll(PAGE.missingIn(scrape));
    return List.copyOf(all);
  }

  private static double outcomesOfPosts(String text) {
    return OUTCOMES_OF_POSTS
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .mapToDouble(Double::parseDouble)
        .sum();
  }

  @Test
  void eachPostCountsOnce() {
    assertThat(counted).isEqualTo(2);
    assertThat(scrape)
        .contains("gistmill_ingest_posts_total{source=\"test\",status=\"accepted\"} 2.0");
  }

  @Test
  void whatIsMeasuredIsInTheReference() {
    assertThat(PAGE.unknownIn(scrape)).isEmpty();
  }

  @Test
  void whatIsShownIsMeasured() {
    assertThat(Dashboard.read().metrics())
        .allSatisfy(metric -> assertThat(scrape).containsPattern("(?m)^" + metric + "[ {]"));
  }

  @Test
  void everyMetricHasAUse() {
    List<String> described =
        Pattern.compile("(?m)^# HELP (gistmill_\\S+)$")
            .matcher(scrape)
            .results()
            .map((MatchResult bare) -> bare.group(1))
            .toList();

    assertThat(described).as("metrics without a description").isEmpty();
  }
}
