package io.gistmill.launcher.config;

import io.gistmill.runtime.config.ConfigReader;
import io.gistmill.runtime.config.ConfigSources;
import io.gistmill.runtime.config.InvalidConfigException;
import io.gistmill.runtime.config.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// All settings of a Gistmill that runs, as the file that `gistmill init` writes explains them.
///
/// @param data folder for the embedded broker, the stages' stores and the pages' database; of one
///   process alone
/// @param zone of the days and weeks that pages show
/// @param mails folder into which digests are written as mails
/// @param links what links in mails are made of
/// @param delivery how digests go out
/// @param streams how many live streams may be open at once
/// @param plugins folder of the classifiers that users add
/// @param summariser empty where posts are told in their own words alone
public record GistmillConfig(
    Kafka kafka,
    Layout layout,
    Path data,
    ZoneId zone,
    Http http,
    Api api,
    Items items,
    Path mails,
    Links links,
    DeliveryConfig delivery,
    Stages stages,
    Feeds feeds,
    int streams,
    Path plugins,
    Optional<Summariser> summariser) {

  /// Where plug-ins are looked for unless something else is said.
  public static final Path PLUGINS = Path.of(".gistmill", "plugins");

  public static final int MAX_PARTITIONS = 64;
  public static final int MAX_ITEMS = 1_000;

  private static final int DEFAULT_PORT = 8080;

  /// @param bootstrap servers of a cluster; empty for a broker inside the process
  /// @param properties handed to every Kafka client
  /// @param port of the broker inside the process, on 127.0.0.1; 0 for any
  public record Kafka(Optional<String> bootstrap, Map<String, String> properties, int port) {
    public Kafka {
      properties = Map.copyOf(properties);
    }

    /// Without the values of the properties, since passwords are among them.
    @Override
    public String toString() {
      return bootstrap + " port " + port + " with " + new TreeSet<>(properties.keySet());
    }
  }

  /// How the log is laid out; fixed once its topics exist.
  ///
  /// @param prefix of the names of all topics
  /// @param partitions over which posts are spread
  /// @param subscribers partitions over which subscribers are spread
  public record Layout(String prefix, int partitions, int subscribers) {
    public Layout {
      if (!prefix.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
        throw new IllegalArgumentException(
            "prefix '" + prefix + "' should hold lower-case letters, digits, '-' and '.'");
      }
    }
  }

  /// @param port 0 for any
  /// @param behindProxy whether a proxy of ours stands before the pages and says, last in
  ///   `X-Forwarded-For`, whom it asks for
  public record Http(String host, int port, boolean behindProxy) {}

  /// @param token what those must show who change something; empty to have one made
  /// @param postsPerSecond each sender may send
  /// @param bodyBytes of one request at the most
  public record Api(Optional<Secret> token, int postsPerSecond, long bodyBytes) {}

  /// @param url where the pages are to be reached from outside, without a slash at its end
  /// @param keyFile holds the secret by which links and webhooks are signed
  public record Links(URI url, Path keyFile) {}

  /// How many stories a digest of the pages shows at the most.
  public record Items(int daily, int weekly) {}

  /// @param threads of each stage in this process
  /// @param standbys how many other instances keep a copy of each store
  /// @param commit how long tagged posts wait for their commit; sets the latency of live streams
  /// @param session after which a silent instance's work goes to another
  public record Stages(int threads, int standbys, Duration commit, Duration session) {}

  /// @param allowPrivate whether feeds may lie on private addresses
  public record Feeds(boolean allowPrivate) {}

  /// @param settings file that says who writes
  /// @param leastLetters of a post that is summarised
  /// @param withTopics whether posts without topic are left out
  public record Summariser(Path settings, int leastLetters, boolean withTopics) {}

  /// @param base defaults that differ from command to command
  /// @throws InvalidConfigException with all mistakes
  public static GistmillConfig read(ConfigSources sources, Defaults base) {
    var reader = ConfigReader.of(sources);
    GistmillConfig config = read(reader, base);
    reader.finish();
    return config;
  }

  /// @param data folder
  /// @param zone of days and weeks
  /// @param brokerPort of the broker inside the process
  public record Defaults(Path data, ZoneId zone, int brokerPort) {

    /// Of everything but the demo.
    public static final Defaults STANDARD =
        new Defaults(Path.of(".gistmill", "data"), ZoneId.of("UTC"), 19_092);
  }

  static GistmillConfig read(ConfigReader reader, Defaults base) {
    Path data = reader.path("data", base.data);
    int port = reader.number("http.port", DEFAULT_PORT, 0, 65_535);
    Kafka kafka = kafka(reader, base);
    if (kafka.bootstrap().isEmpty() && port != 0 && port == kafka.port()) {
      reader.mistake(
          "http.port and broker.port are both " + port + "; set another for one of them");
    }
    return new GistmillConfig(
        kafka,
        reader.record("topics", () -> layout(reader)).orElse(new Layout("gistmill", 1, 1)),
        data,
        reader.zone("zone", base.zone),
        new Http(
            reader.text("http.host", "127.0.0.1"), port, reader.flag("http.behind-proxy", false)),
        new Api(
            reader.secret("api.token"),
            reader.number("api.posts-per-second", 1_000, 1, 1_000_000),
            reader.size("api.body", 5L << 20, 1L << 10, 64L << 20)),
        new Items(
            reader.number("items.daily", 30, 1, MAX_ITEMS),
            reader.number("items.weekly", 60, 1, MAX_ITEMS)),
        reader.path("mails", data.resolve("mails")),
        new Links(
            reader
                .value("url", PublicUrl::parse)
                .orElse(PublicUrl.local(port == 0 ? DEFAULT_PORT : port)),
            reader.path("key-file", data.resolve("master.key"))),
        DeliveryConfig.read(reader),
        stages(reader),
        new Feeds(reader.flag("feeds.allow-private", false)),
        reader.number("streams.connections", 200, 1, 10_000),
        reader.path("classifier.plugins", PLUGINS),
        summariser(reader));
  }

  private static Optional<Summariser> summariser(ConfigReader reader) {
    int leastLetters = reader.number("summariser.least-letters", 200, 0, 100_000);
    boolean withTopics = reader.flag("summariser.with-topics", true);
    return reader
        .path("summariser.settings")
        .map(settings -> new Summariser(settings, leastLetters, withTopics));
  }

  private static Kafka kafka(ConfigReader reader, Defaults base) {
    return new Kafka(
        reader.text("kafka.bootstrap"),
        reader.textMap("kafka.properties"),
        reader.number("broker.port", base.brokerPort, 0, 65_535));
  }

  private static Layout layout(ConfigReader reader) {
    return new Layout(
        reader.text("topics.prefix", "gistmill"),
        reader.number("partitions", 4, 1, MAX_PARTITIONS),
        reader.number("subscribers", 4, 1, MAX_PARTITIONS));
  }

  private static Stages stages(ConfigReader reader) {
    return new Stages(
        reader.number("stages.threads", 1, 1, MAX_PARTITIONS),
        reader.number("stages.standbys", 0, 0, 5),
        reader.duration(
            "stages.commit", Duration.ofMillis(30), Duration.ofMillis(10), Duration.ofSeconds(10)),
        reader.duration(
            "stages.session",
            Duration.ofSeconds(45),
            Duration.ofSeconds(2),
            Duration.ofMinutes(5)));
  }
}
