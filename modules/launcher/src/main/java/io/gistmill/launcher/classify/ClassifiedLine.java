package io.gistmill.launcher.classify;

import io.gistmill.classifier.trained.model.Like;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Tag;
import io.gistmill.launcher.files.Input;
import io.gistmill.launcher.judge.Judgement;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One line of what `classify` writes; the order of the components is the order of the fields, and
/// those that are null are left out.
///
/// @param line of the input on which the post begins, from 1
/// @param ordinal the post's place among all, from 1
/// @param topics strongest first
/// @param confidences of all topics, where they were asked for
/// @param error what is wrong with the input or with a classifier, and the mend
record ClassifiedLine(
    long line,
    @Nullable Long ordinal,
    @Nullable String id,
    @Nullable List<Topic> topics,
    @Nullable SortedMap<String, Fixed> confidences,
    @Nullable String error) {

  /// @param words that spoke for it, strongest first
  /// @param like the labelled example of the topic that is most like the post
  record Topic(String topic, Fixed confidence, List<String> words, @Nullable Like like) {
    static Topic of(Tag tag, Judgement judgement) {
      return new Topic(
          tag.topic(), tag.confidence(), Judgement.words(tag), judgement.likes().get(tag.topic()));
    }
  }

  /// @param all whether to show the confidences of topics that are not given too
  static ClassifiedLine of(Input.Read post, Judgement judgement, boolean all) {
    return new ClassifiedLine(
        post.line(),
        post.ordinal(),
        post.id(),
        judgement.topics().stream().map(tag -> Topic.of(tag, judgement)).toList(),
        all ? judgement.confidences() : null,
        judgement.failures().isEmpty() ? null : String.join("; ", judgement.failures()));
  }

  static ClassifiedLine of(Input.Unread post) {
    return new ClassifiedLine(post.line(), post.ordinal(), null, null, null, post.reason());
  }
}
