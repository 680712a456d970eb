package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gives the topics whose confidence reaches their threshold, strongest first, or the most
/// confident one where every post has exactly one. A post without a word gets none.
///
/// A confidence is the probability that the tag is right. Thresholds lie below one half: for a
/// reader, a good post that is missed costs more than one too many.
final class TrainedClassifier implements Classifier {

  private static final Comparator<Tag> STRONGEST =
      Comparator.comparing(Tag::confidence).reversed().thenComparing(Tag::topic);

  private final String id;
  private final Model model;
  private final Scorer scorer;
  private final EvidenceFinder finder;

  TrainedClassifier(String id, Model model) {
    this.id = id;
    this.model = model;
    this.scorer = new Scorer(model);
    this.finder = new EvidenceFinder(model);
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    return posts.stream().<Outcome>map(post -> new Outcome.Tagged(id, tags(post))).toList();
  }

  private List<Tag> tags(Post post) {
    if (EvidenceFinder.isWordless(post)) {
      return List.of();
    }
    Fixed[] confidences = scorer.confidences(post);
    int[] given = given(confidences);
    if (given.length == 0) {
      return List.of();
    }
    finder.read(post);
    var tags = new ArrayList<Tag>();
    for (int topic : given) {
      tags.add(new Tag(model.topics().get(topic), confidences[topic], id, finder.evidence(topic)));
    }
    tags.sort(STRONGEST);
    return tags;
  }

  private int[] given(Fixed[] confidences) {
    if (model.single()) {
      int best = 0;
      for (int topic = 1; topic < confidences.length; topic++) {
        best = confidences[topic].compareTo(confidences[best]) > 0 ? topic : best;
      }
      return new int[] {best};
    }
    return java.util.stream.IntStream.range(0, confidences.length)
        .filter(topic -> confidences[topic].compareTo(model.thresholds()[topic]) >= 0)
        .toArray();
  }
}
