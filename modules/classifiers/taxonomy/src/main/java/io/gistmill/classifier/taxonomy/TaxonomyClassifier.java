package io.gistmill.classifier.taxonomy;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.List;

/// Tags posts by the terms and links of a taxonomy.
final class TaxonomyClassifier implements Classifier {

  private final String id;
  private final TermScores terms;

  /// @param id name and version as they stand in outcomes
  TaxonomyClassifier(String id, TermScores terms) {
    this.id = id;
    this.terms = terms;
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    return posts.stream().map(this::classify).toList();
  }

  private Outcome classify(Post post) {
    return new Outcome.Tagged(id, terms.scorer().tags(post, id));
  }
}
