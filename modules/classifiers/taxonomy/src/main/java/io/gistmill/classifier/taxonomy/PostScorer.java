package io.gistmill.classifier.taxonomy;

import io.gistmill.classifier.taxonomy.TermIndex.Sense;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the topics of one post after the other; see [Scoring] for the rules. Time grows with the
/// post's length alone; the post that was read last is not read again. For one thread at a time.
final class PostScorer {

  private static final Comparator<Tag> STRONGEST =
      Comparator.comparing(Tag::confidence).reversed().thenComparing(Tag::topic);

  private final Taxonomy taxonomy;
  private final TermIndex terms;
  private final LinkIndex links;
  private final TopicScore[] scores;
  private final SeenTimes seenTerms;
  private final SeenTimes seenLinks;
  private double words;
  private @Nullable Post read;

  PostScorer(Taxonomy taxonomy, TermIndex terms, LinkIndex links) {
    this.taxonomy = taxonomy;
    this.terms = terms;
    this.links = links;
    this.scores = new TopicScore[taxonomy.topics().size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = new TopicScore();
    }
    this.seenTerms = new SeenTimes(terms.senses());
    this.seenLinks = new SeenTimes(links.rules());
  }

  /// @param classifier name and version for the tags
  List<Tag> tags(Post post, String classifier) {
    read(post);
    return tags(classifier);
  }

  /// The confidence of every topic, in the order of the taxonomy, whether it is given or not.
  double[] confidences(Post post) {
    read(post);
    var confidences = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      confidences[i] =
          taxonomy.scoring().confidence(taxonomy.scoring().normalised(scores[i].sum(), words));
    }
    return confidences;
  }

  private void read(Post post) {
    if (post != read) {
      read = null;
      readAnew(post);
      read = post;
    }
  }

  private void readAnew(Post post) {
    words = 0;
    seenTerms.clear();
    seenLinks.clear();
    for (TopicScore score : scores) {
      score.clear();
    }
    for (PostPart part : PostPart.of(post)) {
      words += part.words();
      addTerms(part);
      if (part.kind() == Evidence.Part.LINK) {
        addLinks(part);
      }
    }
  }

  private void addTerms(PostPart part) {
    for (TermIndex.Hit hit : Overlaps.resolve(terms.find(part.folded().units()))) {
      Sense sense = hit.sense();
      int start = part.folded().origin(hit.start());
      int before = seenTerms.add(sense.id());
      double points = halved(sense.weight() * part.factor(start, taxonomy.scoring()), before);
      scores[sense.topic()].add(sense.negative() ? -points : points);
      if (before == 0 && !sense.negative()) {
        scores[sense.topic()].prove(points, part, start, part.folded().originEnd(hit.end()));
      }
    }
  }

  private void addLinks(PostPart part) {
    for (LinkIndex.Hit hit : links.find(part.original())) {
      int before = seenLinks.add(hit.rule().id());
      double points = halved(hit.rule().weight(), before);
      scores[hit.rule().topic()].add(points);
      if (before == 0) {
        scores[hit.rule().topic()].prove(points, part, hit.start(), hit.end());
      }
    }
  }

  /// Each repeat is worth half of the one before.
  private static double halved(double points, int times) {
    return Math.scalb(points, -times);
  }

  private List<Tag> tags(String classifier) {
    Scoring scoring = taxonomy.scoring();
    Fixed threshold = Fixed.of(scoring.threshold());
    double least = scoring.passing() * best();
    var tags = new ArrayList<Tag>();
    for (int i = 0; i < scores.length; i++) {
      double score = scoring.normalised(scores[i].sum(), words);
      Fixed confidence = Fixed.of(scoring.confidence(score));
      if (confidence.compareTo(threshold) >= 0 && score >= least) {
        String slug = taxonomy.topics().get(i).slug();
        tags.add(new Tag(slug, confidence, classifier, scores[i].evidence()));
      }
    }
    tags.sort(STRONGEST);
    return tags;
  }

  private double best() {
    double best = 0;
    for (TopicScore score : scores) {
      best = Math.max(best, taxonomy.scoring().normalised(score.sum(), words));
    }
    return best;
  }
}
