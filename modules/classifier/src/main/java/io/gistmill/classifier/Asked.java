package io.gistmill.classifier;

import io.gistmill.domain.Post;
import io.gistmill.domain.PostIds;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the classifiers of one tagger were asked about one post, see [Tagger#ask]; and, once its
/// topics are known, a summariser.
final class Asked {

  private final Tagger tagger;
  private final Post post;
  private final List<Question> questions;
  private @Nullable Summaries summaries;
  private @Nullable Tagging tagged;
  private @Nullable SummaryQuestion summary;

  Asked(Tagger tagger, Post post, List<Question> questions) {
    this.tagger = tagger;
    this.post = post;
    this.questions = List.copyOf(questions);
  }

  /// Has the post summarised too; null for not.
  Asked summarisedBy(@Nullable Summaries writers) {
    summaries = writers;
    goOn();
    return this;
  }

  /// Whether the same was asked of the same.
  boolean covers(Tagger other, Post another, @Nullable Summaries writers) {
    return tagger.equals(other) && isOf(another) && Objects.equals(summaries, writers);
  }

  /// By its content, as a repeat is told: another date or source makes no other post. Addresses
  /// have to be the same, since evidence may stand in them.
  private boolean isOf(Post another) {
    return post.id().equals(another.id())
        && Objects.equals(post.link(), another.link())
        && post.links().equals(another.links())
        && PostIds.contentHash(post).equals(PostIds.contentHash(another));
  }

  /// Asks for a summary when the topics are known, which say whether the post is worth one.
  void goOn() {
    if (summaries != null && tagged == null && isTagged()) {
      Tagging known = tagger.tagging(this);
      tagged = known;
      summary = summaries.ask(post, known).orElse(null);
    }
  }

  private boolean isTagged() {
    return questions.stream().allMatch(Question::isAnswered);
  }

  List<Question> questions() {
    return questions;
  }

  /// Whether nobody needs to be waited for.
  boolean isAnswered() {
    boolean written = tagged != null && (summary == null || summary.isAnswered());
    return isTagged() && (summaries == null || written);
  }

  /// The same, after those who took too long have been given up.
  boolean isAnsweredNow() {
    if (isAnswered()) {
      return true;
    }
    tagger.look();
    if (summaries != null) {
      summaries.look();
    }
    goOn();
    return isAnswered();
  }

  /// Waits a little for one who has not answered; not at all on an interrupted thread.
  void await(Duration moment) {
    questions.stream()
        .filter(question -> !question.isAnswered())
        .findFirst()
        .ifPresentOrElse(question -> question.await(moment), () -> awaitSummary(moment));
  }

  private void awaitSummary(Duration moment) {
    if (summary != null) {
      summary.await(moment);
    }
  }

  /// Nobody wants to know any more.
  void drop() {
    tagger.drop(this);
    if (summaries != null && summary != null) {
      summaries.drop(summary);
    }
  }

  /// What comes of the answers, once they are there.
  Tagging tagging() {
    Tagging known = tagged == null ? tagger.tagging(this) : tagged;
    return summary == null ? known : known.with(summary.answer());
  }
}
