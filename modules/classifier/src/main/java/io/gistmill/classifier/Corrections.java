package io.gistmill.classifier;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What readers said a post is and is not about, all in all.
///
/// @param verdicts by slug: true where the post has the topic
public record Corrections(SortedMap<String, Boolean> verdicts) {

  public static final Corrections NONE = new Corrections(new TreeMap<>());

  /// Stands where the tags of a classifier bear its name and version.
  static final String CLASSIFIER = "correction";

  public Corrections {
    verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
  }

  /// What is said later wins.
  public Corrections and(PostEvent.Corrected later) {
    var all = new TreeMap<>(verdicts);
    later.added().forEach(slug -> all.put(slug, true));
    later.removed().forEach(slug -> all.put(slug, false));
    return new Corrections(all);
  }

  /// @param tags what the classifiers came to
  /// @return what the post has, strongest first
  public List<Tag> appliedTo(List<Tag> tags) {
    if (verdicts.isEmpty()) {
      return tags;
    }
    var topics = new ArrayList<Tag>();
    for (Map.Entry<String, Boolean> verdict : verdicts.entrySet()) {
      if (verdict.getValue()) {
        topics.add(new Tag(verdict.getKey(), Fixed.ONE, CLASSIFIER, List.of()));
      }
    }
    tags.stream().filter(tag -> !verdicts.containsKey(tag.topic())).forEach(topics::add);
    topics.sort(Combiner.STRONGEST);
    return List.copyOf(topics);
  }
}
