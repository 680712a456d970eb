package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A plug-in's classifier. One that cannot be made answers every post with a failure that says why,
/// and is tried again at each call, so that it neither keeps Gistmill from starting nor needs a
/// restart once its service is back.
final class PluginClassifier implements Classifier {

  private static final Logger LOG = LoggerFactory.getLogger(PluginClassifier.class);

  /// Then the stream starts without it.
  private static final Duration START_WITHIN = Duration.ofSeconds(20);

  private final String id;
  private final Supplier<Classifier> making;
  private final PluginContext context;
  private @Nullable Classifier classifier;

  private PluginClassifier(String id, Supplier<Classifier> making, PluginContext context) {
    this.id = id;
    this.making = making;
    this.context = context;
  }

  /// Makes it here and now, so that the first post need not wait.
  static PluginClassifier start(String id, Supplier<Classifier> making, PluginContext context) {
    var plugin = new PluginClassifier(id, making, context);
    switch (Limited.call("start " + id, START_WITHIN, () -> context.call(making))) {
      case Limited.Result.Done<Classifier>(Classifier made) -> plugin.classifier = made;
      case Limited.Result.Thrown<Classifier>(Throwable cause) ->
          LOG.warn("classifier could not be made classifier={} reason=\"{}\"", id, reason(cause));
      case Limited.Result.TooLate<Classifier>(Duration limit) ->
          LOG.warn("classifier could not be made classifier={} reason=\"took {}\"", id, limit);
    }
    return plugin;
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    return context.call(() -> answer(posts));
  }

  private List<Outcome> answer(List<Post> posts) {
    Classifier ready = classifier;
    if (ready == null) {
      try {
        ready = making.get();
        classifier = ready;
      } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
        return failed(posts, reason(e));
      }
    }
    return ready.classify(posts);
  }

  private List<Outcome> failed(List<Post> posts, String reason) {
    var failed = new Outcome.Failed(id, "it could not be made: " + reason);
    return posts.stream().<Outcome>map(post -> failed).toList();
  }

  private static String reason(Throwable cause) {
    return Advice.on(cause);
  }

  @Override
  public void close() {
    Classifier made = classifier;
    if (made != null) {
      classifier = null;
      context.run(made::close);
    }
  }
}
