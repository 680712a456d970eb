package io.gistmill.classifier.taxonomy;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes the classifier `taxonomy`, in the version of its file.
public final class TaxonomyClassifierFactory implements ClassifierFactory {

  private final Taxonomy taxonomy;
  private @Nullable TermScores terms;

  /// With the taxonomy that comes with Gistmill; for [java.util.ServiceLoader].
  public TaxonomyClassifierFactory() {
    this(Taxonomy.shipped());
  }

  /// With a taxonomy of the user's own.
  public TaxonomyClassifierFactory(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  @Override
  public String name() {
    return "taxonomy";
  }

  @Override
  public String version() {
    return taxonomy.version();
  }

  @Override
  public Set<String> topics() {
    var slugs = new TreeSet<String>();
    taxonomy.topics().forEach(topic -> slugs.add(topic.slug()));
    return Collections.unmodifiableSet(slugs);
  }

  /// It searches a text once, whatever stands in it.
  @Override
  public boolean inPlace() {
    return true;
  }

  @Override
  public Map<String, String> topicNames() {
    var names = new TreeMap<String, String>();
    for (TaxonomyTopic topic : taxonomy.topics()) {
      String name = topic.names().get("en");
      if (name != null) {
        names.put(topic.slug(), name);
      }
    }
    return Collections.unmodifiableMap(names);
  }

  /// The whole file.
  @Override
  public String configuration() {
    return taxonomy.text();
  }

  @Override
  public ClassifierFactory configured(String configuration) {
    return new TaxonomyClassifierFactory(Taxonomy.of(configuration));
  }

  /// Adds the topics of a file to those of this taxonomy.
  @Override
  public String merged(String addition) {
    return new TaxonomyMerge(taxonomy).with(addition);
  }

  @Override
  public Classifier create() {
    return new TaxonomyClassifier(id(), terms());
  }

  /// Made when it is first needed, since it takes a while, and shared by all classifiers.
  private synchronized TermScores terms() {
    if (terms == null) {
      terms = taxonomy == Taxonomy.shipped() ? TermScores.shipped() : new TermScores(taxonomy);
    }
    return terms;
  }
}
