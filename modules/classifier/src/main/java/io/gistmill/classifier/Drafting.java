package io.gistmill.classifier;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.Usage;
import io.gistmill.classifier.api.summary.Draft;
import io.gistmill.classifier.api.summary.Summariser;
import io.gistmill.domain.Language;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Summarised;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/// Lets a summariser be asked under the same supervision as a classifier: to that it seems one that
/// gives no tags, and that fails where the check leaves nothing of a draft. What can be shown is
/// laid aside, for as long as somebody holds the post. Safe for all threads.
final class Drafting implements Classifier {

  private final String id;
  private final Summariser summariser;
  private final Map<Post, Summarised.Written> summaries =
      Collections.synchronizedMap(new WeakHashMap<>());

  Drafting(String id, Summariser summariser) {
    this.id = id;
    this.summariser = summariser;
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    return posts.stream().map(this::outcome).toList();
  }

  private Outcome outcome(Post post) {
    Language language = LanguageDetector.of(Prose.of(post));
    @Nullable Draft draft = summariser.summarise(post, language);
    return switch (draft) {
      case null -> new Outcome.Failed(id, "it returned null; a failure belongs into Draft.Failed");
      case Draft.Failed(String reason) ->
          new Outcome.Failed(
              id, Objects.requireNonNullElse(reason, "it failed and gave no reason"));
      case Draft.Written written -> outcome(post, SummaryCheck.check(id, post, language, written));
    };
  }

  private Outcome outcome(Post post, Summarised checked) {
    return switch (checked) {
      case Summarised.Failed(String _, String reason) -> new Outcome.Failed(id, reason);
      case Summarised.Written written -> {
        lay(post, written);
        yield new Outcome.Tagged(id, List.of());
      }
    };
  }

  /// Under this very post: an equal one before it may be forgotten any time.
  private void lay(Post post, Summarised.Written summary) {
    synchronized (summaries) {
      summaries.remove(post);
      summaries.put(post, summary);
    }
  }

  Summarised.@Nullable Written of(Post post) {
    return summaries.get(post);
  }

  @Override
  public List<Usage> usage() {
    return summariser.usage();
  }

  @Override
  public void close() {
    summariser.close();
  }
}
