package io.gistmill.launcher.judge;

import io.gistmill.classifier.trained.model.Like;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Tag;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was said of one post.
///
/// @param topics those that a reader gets, strongest first
/// @param confidences of every topic whose confidence is known, given or not
/// @param failures of classifiers, for people
/// @param likes by topic that is given: the labelled example that is most like the post, where the
///   model knows some
public record Judgement(
    List<Tag> topics,
    SortedMap<String, Fixed> confidences,
    List<String> failures,
    SortedMap<String, Like> likes) {

  public Judgement {
    topics = List.copyOf(topics);
    confidences = Collections.unmodifiableSortedMap(new TreeMap<>(confidences));
    failures = List.copyOf(failures);
    likes = Collections.unmodifiableSortedMap(new TreeMap<>(likes));
  }

  /// The words that spoke for a topic, strongest first, each once.
  public static List<String> words(Tag tag) {
    return tag.evidence().stream().map(Evidence::text).distinct().toList();
  }
}
