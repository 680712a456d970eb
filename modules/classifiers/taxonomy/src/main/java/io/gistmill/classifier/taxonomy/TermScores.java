package io.gistmill.classifier.taxonomy;

import io.gistmill.domain.Post;
import java.util.List;

/// How strongly the terms and links of a taxonomy speak for each of its topics, for those who
/// decide by more than terms. Immutable and safe for all threads.
public final class TermScores {

  private static final class Shipped {
    static final TermScores SCORES = new TermScores(Taxonomy.shipped());
  }

  private final Taxonomy taxonomy;
  private final TermIndex terms;
  private final LinkIndex links;
  private final List<String> topics;

  /// One a thread, so that classifiers of one thread that ask about the same post read it once.
  private final ThreadLocal<PostScorer> scorers = ThreadLocal.withInitial(this::newScorer);

  public TermScores(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    this.terms = new TermIndex(taxonomy.topics());
    this.links = new LinkIndex(taxonomy.topics());
    this.topics = taxonomy.topics().stream().map(TaxonomyTopic::slug).toList();
  }

  /// Those of the taxonomy that comes with Gistmill, made once a process, since that takes a while.
  public static TermScores shipped() {
    return Shipped.SCORES;
  }

  /// The slugs, in the order of the scores.
  public List<String> topics() {
    return topics;
  }

  /// One pass over the post.
  ///
  /// @return from 0 to below 1 for each topic, before any threshold; see [Scoring]
  public double[] of(Post post) {
    return scorer().confidences(post);
  }

  /// That of the calling thread.
  PostScorer scorer() {
    return scorers.get();
  }

  private PostScorer newScorer() {
    return new PostScorer(taxonomy, terms, links);
  }
}
