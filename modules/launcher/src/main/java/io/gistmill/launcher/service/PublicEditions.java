package io.gistmill.launcher.service;

import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.producer.publish.Editions;
import java.util.SortedSet;
import java.util.TreeSet;

/// The digests that pages show: each topic and all of them together, by day and by week.
public final class PublicEditions {

  private PublicEditions() {}

  /// Those of the topics of some classifiers.
  public static Subscribed of(GistmillConfig config, InstalledClassifiers classifiers) {
    return in(config).of(routes(classifiers));
  }

  static Editions in(GistmillConfig config) {
    return new Editions(config.zone(), config.items().daily(), config.items().weekly());
  }

  static SortedSet<String> routes(InstalledClassifiers classifiers) {
    var routes = new TreeSet<>(classifiers.topics());
    routes.add(Subscription.ALL);
    return routes;
  }
}
