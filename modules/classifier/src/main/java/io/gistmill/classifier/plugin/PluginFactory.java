package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A plug-in's factory as Gistmill sees it. What it says of itself is asked once, when it is found;
/// its code runs with its own class loader as the thread's context; it is never in place.
final class PluginFactory implements ClassifierFactory {

  /// More would be more streams than a broker should have to keep.
  private static final int MAX_TOPICS = 1_000;

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final ClassifierFactory factory;
  private final PluginContext context;
  private final Description description;

  private record Description(
      String name,
      String version,
      Set<String> topics,
      Map<String, String> topicNames,
      Duration timeLimit,
      boolean decides,
      String configuration) {}

  /// Calls the plug-in's code: on a thread that may be left behind.
  ///
  /// @throws IllegalArgumentException when it says nothing usable of itself
  PluginFactory(ClassifierFactory factory, PluginContext context) {
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
    ClassifierFactory configured =
        context.call(() -> said(factory.configured(configuration), "configured()"));
    return configured == factory ? this : new PluginFactory(configured, context);
  }

  @Override
  public String merged(String addition) {
    return context.call(() -> said(factory.merged(addition), "merged()"));
  }
}
