package io.gistmill.classifier.trained.model;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Tag;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that a model says of a post.
///
/// @param confidences of every topic, given or not
/// @param tags the topics that are given, strongest first
/// @param likes by topic that is given: the labelled example that is most like the post, where the
///   model knows some
public record Reading(
    SortedMap<String, Fixed> confidences, List<Tag> tags, SortedMap<String, Like> likes) {

  public Reading {
    confidences = Collections.unmodifiableSortedMap(new TreeMap<>(confidences));
    tags = List.copyOf(tags);
    likes = Collections.unmodifiableSortedMap(new TreeMap<>(likes));
  }
}
