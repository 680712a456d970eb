package io.gistmill.launcher.pipeline;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.ClassifierSet;
import io.gistmill.classifier.LiveStreams;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.trained.TrainedClassifierFactory;
import io.gistmill.classifier.trained.model.ShippedModel;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All classifiers on the class path and in a folder of plug-ins, switched on. They are searched
/// for once, when this is made: to look at each taxonomy takes a while.
public final class InstalledClassifiers {

  private static final Logger LOG = LoggerFactory.getLogger(InstalledClassifiers.class);

  private final ClassifierRegistry registry;
  private final @Nullable ClassifierSet set;

  private InstalledClassifiers(ClassifierRegistry registry, @Nullable ClassifierSet set) {
    this.registry = registry;
    this.set = set;
  }

  /// Those on the class path alone.
  public static InstalledClassifiers shipped() {
    return Shipped.CLASSIFIERS;
  }

  /// Those on the class path and the plug-ins. What cannot be used is told in the log.
  ///
  /// @param plugins holds a folder for each; one that does not exist holds none
  public static InstalledClassifiers with(Path plugins) {
    ClassifierRegistry registry = ClassifierRegistry.discover(ownLoader(), plugins);
    registry.problems().forEach(LOG::warn);
    return new InstalledClassifiers(registry, null);
  }

  private static ClassLoader ownLoader() {
    return InstalledClassifiers.class.getClassLoader();
  }

  /// The same ones, of which those are on that a set names, as it has them.
  public InstalledClassifiers as(ClassifierSet wanted) {
    return new InstalledClassifiers(registry, wanted);
  }

  /// The same ones, of which the trained classifier looks at whole sentences too; these very ones
  /// where nothing here embeds sentences.
  public InstalledClassifiers withSentences() {
    return ShippedModel.ofSentences()
        .map(TrainedClassifierFactory::new)
        .map(trained -> new InstalledClassifiers(registry.with(trained), set))
        .orElse(this);
  }

  /// The caller closes it.
  public Taggers taggers() {
    if (set != null) {
      return set.taggers(registry, System::nanoTime);
    }
    return registry.taggers(registry.names(), Tagger.THRESHOLD, System::nanoTime);
  }

  /// Every topic that some classifier can give.
  public SortedSet<String> topics() {
    if (set != null) {
      return new TreeSet<>(set.topicNames().keySet());
    }
    SortedSet<String> topics = new TreeSet<>();
    registry.listings().forEach(listing -> topics.addAll(listing.topics()));
    return topics;
  }

  /// Every live stream: the topics, all posts, and those without topic.
  public SortedSet<String> routes() {
    SortedSet<String> routes = new TreeSet<>(topics());
    routes.add(LiveStreams.ALL);
    routes.add(LiveStreams.OTHER);
    return routes;
  }

  /// What people call the topics, by slug.
  public SortedMap<String, String> names() {
    return set == null ? registry.topicNames() : set.topicNames();
  }

  /// What people call a topic, by its slug; the slug itself where no classifier has a name.
  public UnaryOperator<String> topicNames() {
    SortedMap<String, String> names = names();
    return slug -> names.getOrDefault(slug, slug);
  }

  public ClassifierRegistry registry() {
    return registry;
  }

  private static final class Shipped {
    static final InstalledClassifiers CLASSIFIERS =
        new InstalledClassifiers(ClassifierRegistry.discover(ownLoader()), null);
  }
}
