package io.gistmill.launcher.pipeline;

import io.gistmill.classifier.ActiveClassifier;
import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.Tagger;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All classifiers on the class path, switched on.
public final class InstalledClassifiers {

  private static final Logger LOG = LoggerFactory.getLogger(InstalledClassifiers.class);

  private InstalledClassifiers() {}

  /// The caller closes it.
  static Tagger tagger() {
    return new Tagger(activate(), Tagger.THRESHOLD);
  }

  /// Every topic that some classifier can give.
  public static SortedSet<String> topics() {
    List<ActiveClassifier> active = activate();
    SortedSet<String> topics = new TreeSet<>();
    active.forEach(classifier -> topics.addAll(classifier.topics()));
    active.forEach(classifier -> classifier.classifier().close());
    return topics;
  }

  private static List<ActiveClassifier> activate() {
    ClassifierRegistry registry =
        ClassifierRegistry.discover(InstalledClassifiers.class.getClassLoader());
    registry.problems().forEach(LOG::warn);
    return registry.activate(registry.names());
  }
}
