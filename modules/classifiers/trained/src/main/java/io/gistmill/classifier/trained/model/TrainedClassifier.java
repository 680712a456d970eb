package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.trained.sentence.Sentences;
import io.gistmill.domain.Emphasis;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Gives the topics whose confidence reaches their threshold, strongest first, or the most
/// confident one where every post has exactly one. A post that says too little gets none.
///
/// A confidence is the probability that the tag is right. Most thresholds lie below one half: for a
/// reader, a good post that is missed costs more than one too many.
///
/// A model that looks at sentences also says where a post says most, unless it gives it no topic:
/// few are shown such a post.
final class TrainedClassifier implements Classifier, PostReader {

  private static final Comparator<Tag> STRONGEST =
      Comparator.comparing(Tag::confidence).reversed().thenComparing(Tag::topic);

  private final String id;
  private final Model model;
  private final Scorer scorer;
  private final EvidenceFinder finder;
  private final Wording says;

  TrainedClassifier(String id, Model model) {
    this.id = id;
    this.model = model;
    var encoder = new PostEncoder(model.features());
    this.scorer = new Scorer(model, encoder);
    this.finder = new EvidenceFinder(model, encoder);
    this.says = Wording.of(model);
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    return posts.stream().<Outcome>map(this::outcome).toList();
  }

  private Outcome outcome(Post post) {
    List<Tag> tags = tags(post);
    boolean worthIt = model.features().sentences() && !tags.isEmpty();
    return new Outcome.Tagged(id, tags, worthIt ? Sentences.emphasis(post) : Emphasis.NONE);
  }

  @Override
  public Reading read(Post post) {
    scorer.score(post);
    var confidences = new TreeMap<String, Fixed>();
    Fixed[] all = scorer.confidences();
    for (int topic = 0; topic < all.length; topic++) {
      confidences.put(model.topics().get(topic), all[topic]);
    }
    if (!says.enough(post)) {
      return new Reading(confidences, List.of(), new TreeMap<>());
    }
    List<Scorer.Given> given = scorer.given();
    var likes = new TreeMap<String, Like>();
    for (Scorer.Given each : given) {
      String slug = model.topics().get(each.topic());
      scorer.like(each.topic()).ifPresent(like -> likes.put(slug, like));
    }
    return new Reading(confidences, tags(post, given), likes);
  }

  private List<Tag> tags(Post post) {
    if (!says.enough(post)) {
      return List.of();
    }
    scorer.score(post);
    return tags(post, scorer.given());
  }

  private List<Tag> tags(Post post, List<Scorer.Given> given) {
    if (given.isEmpty()) {
      return List.of();
    }
    finder.read(post);
    var tags = new ArrayList<Tag>();
    for (Scorer.Given each : given) {
      String slug = model.topics().get(each.topic());
      tags.add(new Tag(slug, each.confidence(), id, finder.evidence(each.topic())));
    }
    tags.sort(STRONGEST);
    return tags;
  }
}
