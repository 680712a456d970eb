package io.gistmill.classifier;

import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.List;

/// What the classifiers of one tagger were asked about one post; see [Tagger#ask].
final class Asked {

  private final Tagger tagger;
  private final Post post;
  private final List<Question> questions;

  Asked(Tagger tagger, Post post, List<Question> questions) {
    this.tagger = tagger;
    this.post = post;
    this.questions = List.copyOf(questions);
  }

  /// Whether the same was asked of the same.
  boolean covers(Tagger other, Post another) {
    return tagger.equals(other) && post.equals(another);
  }

  List<Question> questions() {
    return questions;
  }

  /// Whether nobody needs to be waited for.
  boolean isAnswered() {
    return questions.stream().allMatch(Question::isAnswered);
  }

  /// The same, after those who took too long have been given up.
  boolean isAnsweredNow() {
    if (isAnswered()) {
      return true;
    }
    tagger.look();
    return isAnswered();
  }

  /// Waits a little for one who has not answered; not at all on an interrupted thread.
  void await(Duration moment) {
    questions.stream()
        .filter(question -> !question.isAnswered())
        .findFirst()
        .ifPresent(question -> question.await(moment));
  }

  /// Nobody wants to know any more.
  void drop() {
    tagger.drop(this);
  }

  /// What comes of the answers, once they are there.
  Tagging tagging() {
    return tagger.tagging(this);
  }
}
