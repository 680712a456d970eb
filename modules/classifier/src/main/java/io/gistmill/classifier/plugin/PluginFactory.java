package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// A plug-in's factory as Gistmill sees it. What it says of itself is asked once, when it is found;
/// its code runs with its own class loader as the thread's context; it is never in place.
final class PluginFactory implements ClassifierFactory {

  /// More would be more streams than a broker should have to keep.
  private static final int MAX_TOPICS = 1_000;

  private static final int MAX_BATCH = 32;

  private static final Duration LONGEST = Duration.ofMinutes(1);

  /// The stream waits for it.
  private static final Duration CONFIGURE_WITHIN = Duration.ofSeconds(20);

  private final ClassifierFactory factory;
  private final PluginContext context;
  private final Description description;
  private final Duration configureWithin;

  private record Description(
      String name,
      String version,
      Set<String> topics,
      Map<String, String> topicNames,
      Duration timeLimit,
      int batch,
      boolean decides,
      String configuration) {}

  /// Calls the plug-in's code: on a thread that may be left behind.
  ///
  /// @throws IllegalArgumentException when it says nothing usable of itself
  PluginFactory(ClassifierFactory factory, PluginContext context) {
    this(factory, context, CONFIGURE_WITHIN);
  }

  PluginFactory(ClassifierFactory factory, PluginContext context, Duration configureWithin) {
    this.configureWithin = configureWithin;
    this.factory = factory;
    this.context = context;
    this.description = context.call(() -> describe(factory));
  }

  private static Description describe(ClassifierFactory factory) {
    return new Description(
        said(factory.name(), "name()"),
        said(factory.version(), "version()"),
        topics(said(factory.topics(), "topics()")),
        new TreeMap<>(said(factory.topicNames(), "topicNames()")),
        limit(said(factory.timeLimit(), "timeLimit()")),
        batch(factory.batch()),
        factory.decides(),
        said(factory.configuration(), "configuration()"));
  }

  @SuppressWarnings("ConstantValue") // Foreign code may not know of nullness.
  private static <T> T said(T value, String method) {
    if (value == null) {
      throw new IllegalArgumentException(
          "its " + method + " returns null; return a value, or leave the method out");
    }
    return value;
  }

  private static Set<String> topics(Set<String> topics) {
    if (topics.size() > MAX_TOPICS) {
      throw new IllegalArgumentException(
          "it has "
              + topics.size()
              + " topics, each of which would get a live stream; give at most "
              + MAX_TOPICS);
    }
    topics.forEach(slug -> said(slug, "topics(), or one of them,"));
    return new TreeSet<>(topics);
  }

  private static Duration limit(Duration limit) {
    if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "its timeLimit() of " + limit + " should lie above PT0S and at most at " + LONGEST);
    }
    return limit;
  }

  private static int batch(int batch) {
    if (batch < 1 || batch > MAX_BATCH) {
      throw new IllegalArgumentException(
          "its batch() of " + batch + " should be from 1 to " + MAX_BATCH);
    }
    return batch;
  }

  /// As its author wrote it.
  ClassifierFactory bare() {
    return factory;
  }

  @Override
  public String name() {
    return description.name();
  }

  @Override
  public String version() {
    return description.version();
  }

  @Override
  public Set<String> topics() {
    return description.topics();
  }

  @Override
  public Map<String, String> topicNames() {
    return description.topicNames();
  }

  @Override
  public Duration timeLimit() {
    return description.timeLimit();
  }

  @Override
  public int batch() {
    return description.batch();
  }

  @Override
  public boolean decides() {
    return description.decides();
  }

  @Override
  public String configuration() {
    return description.configuration();
  }

  /// Never fails, as [PluginClassifier] says.
  @Override
  public Classifier create() {
    return PluginClassifier.start(id(), this::made, context);
  }

  private Classifier made() {
    return Objects.requireNonNull(
        factory.create(), "its create() returns null; return a classifier");
  }

  @Override
  public ClassifierFactory configured(String configuration) {
    return limited("configured()", () -> another(factory.configured(configuration)));
  }

  private ClassifierFactory another(ClassifierFactory configured) {
    return configured == factory
        ? this
        : new PluginFactory(said(configured, "configured()"), context, configureWithin);
  }

  @Override
  public String merged(String addition) {
    return limited("merged()", () -> said(factory.merged(addition), "merged()"));
  }

  /// Whatever the plug-in's code does, the caller goes on soon.
  private <T> T limited(String method, Supplier<T> work) {
    return switch (Limited.call(id() + " " + method, configureWithin, () -> context.call(work))) {
      case Limited.Result.Done<T>(T value) -> value;
      case Limited.Result.Thrown<T>(Throwable cause) ->
          throw new IllegalArgumentException(refusal(method, cause), cause);
      case Limited.Result.TooLate<T>(Duration limit) ->
          throw new IllegalArgumentException(
              "its "
                  + method
                  + " took longer than "
                  + limit.toMillis()
                  + " ms; do slow work in create()");
    };
  }

  /// A refusal names all mistakes, however many.
  private static String refusal(String method, Throwable cause) {
    return cause instanceof IllegalArgumentException && cause.getMessage() != null
        ? cause.getMessage()
        : "its " + method + " failed: " + Advice.on(cause);
  }
}
