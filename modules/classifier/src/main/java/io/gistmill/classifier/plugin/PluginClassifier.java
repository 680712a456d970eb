package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.Usage;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A plug-in's classifier. One that cannot be made answers every post with a failure that says why,
/// and is tried again at each call, so that it neither keeps Gistmill from starting nor needs a
/// restart once its service is back. There are never two calls of its `create` at once.
final class PluginClassifier implements Classifier {

  private static final Logger LOG = LoggerFactory.getLogger(PluginClassifier.class);

  /// Then the stream starts without it.
  private static final Duration START_WITHIN = Duration.ofSeconds(20);

  private final String id;
  private final Supplier<Classifier> factory;
  private final PluginContext context;
  private final AtomicBoolean making = new AtomicBoolean();
  private @Nullable Classifier classifier;
  private boolean closed;

  PluginClassifier(String id, Supplier<Classifier> factory, PluginContext context) {
    this.id = id;
    this.factory = factory;
    this.context = context;
  }

  /// Makes it here and now, so that the first post need not wait.
  static PluginClassifier start(String id, Supplier<Classifier> factory, PluginContext context) {
    var plugin = new PluginClassifier(id, factory, context);
    plugin.start(START_WITHIN);
    return plugin;
  }

  /// One that comes later than that is used as soon as it is there.
  void start(Duration within) {
    switch (Limited.call("start " + id, within, () -> context.call(this::make))) {
      case Limited.Result.Done<Boolean>(Boolean _) -> {}
      case Limited.Result.Thrown<Boolean>(Throwable cause) ->
          LOG.warn("classifier could not be made classifier={} reason=\"{}\"", id, reason(cause));
      case Limited.Result.TooLate<Boolean>(Duration limit) ->
          LOG.warn("classifier could not be made classifier={} reason=\"took {}\"", id, limit);
    }
  }

  /// @return false when another thread is still at it
  private boolean make() {
    if (!making.compareAndSet(false, true)) {
      return false;
    }
    try {
      if (ready() == null) {
        keep(factory.get());
      }
      return true;
    } finally {
      making.set(false);
    }
  }

  private void keep(Classifier made) {
    if (!take(made)) {
      made.close();
    }
  }

  private synchronized boolean take(Classifier made) {
    if (!closed) {
      classifier = made;
    }
    return !closed;
  }

  private synchronized @Nullable Classifier ready() {
    return classifier;
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    return context.call(() -> answer(posts));
  }

  private List<Outcome> answer(List<Post> posts) {
    try {
      if (ready() == null && !make()) {
        return failed(posts, "its create() has not returned yet");
      }
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      return failed(posts, reason(e));
    }
    Classifier ready = ready();
    return ready == null ? failed(posts, "it has been closed") : ready.classify(posts);
  }

  private List<Outcome> failed(List<Post> posts, String reason) {
    var failed = new Outcome.Failed(id, "it could not be made: " + reason);
    return posts.stream().<Outcome>map(post -> failed).toList();
  }

  private static String reason(Throwable cause) {
    return Advice.on(cause);
  }

  @Override
  public List<Usage> usage() {
    Classifier ready = ready();
    return ready == null ? List.of() : context.call(ready::usage);
  }

  @Override
  public void close() {
    Classifier made = end();
    if (made != null) {
      context.run(made::close);
    }
  }

  private synchronized @Nullable Classifier end() {
    Classifier made = classifier;
    closed = true;
    classifier = null;
    return made;
  }
}
