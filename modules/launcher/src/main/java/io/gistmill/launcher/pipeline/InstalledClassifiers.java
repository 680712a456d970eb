package io.gistmill.launcher.pipeline;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.LiveStreams;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All classifiers on the class path, switched on.
public final class InstalledClassifiers {

  private static final Logger LOG = LoggerFactory.getLogger(InstalledClassifiers.class);

  private InstalledClassifiers() {}

  /// The caller closes it.
  public static Taggers taggers() {
    ClassifierRegistry registry = registry();
    registry.problems().forEach(LOG::warn);
    return registry.taggers(registry.names(), Tagger.THRESHOLD, System::nanoTime);
  }

  /// Every topic that some classifier can give.
  public static SortedSet<String> topics() {
    SortedSet<String> topics = new TreeSet<>();
    registry().names().forEach(name -> topics.addAll(registry().standard(name).topics().keySet()));
    return topics;
  }

  /// Every live stream: the topics, all posts, and those without topic.
  public static SortedSet<String> routes() {
    SortedSet<String> routes = new TreeSet<>(topics());
    routes.add(LiveStreams.ALL);
    routes.add(LiveStreams.OTHER);
    return routes;
  }

  /// What people call the topics, by slug.
  public static SortedMap<String, String> names() {
    return registry().topicNames();
  }

  /// The same, with the slug itself where no classifier has a name.
  public static SortedMap<String, String> allNames() {
    SortedMap<String, String> all = new TreeMap<>();
    topics().forEach(slug -> all.put(slug, slug));
    all.putAll(names());
    return all;
  }

  /// What people call a topic, by its slug; the slug itself where no classifier has a name.
  public static UnaryOperator<String> topicNames() {
    SortedMap<String, String> names = names();
    return slug -> names.getOrDefault(slug, slug);
  }

  /// The classifiers on the class path.
  public static ClassifierRegistry registry() {
    return Found.REGISTRY;
  }

  /// Searched for once: to look at each taxonomy takes a while.
  private static final class Found {
    static final ClassifierRegistry REGISTRY =
        ClassifierRegistry.discover(InstalledClassifiers.class.getClassLoader());
  }
}
