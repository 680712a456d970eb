package io.gistmill.classifier.chat;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.engine.EngineFactory;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// One plug-in with `engine: chat`. Its classifiers share limits, what was spent, and answers.
final class ChatClassifierFactory implements EngineFactory {

  private final String name;
  private final ChatSettings settings;
  private final InstantSource clock;
  private @Nullable Shared shared;

  /// @param clock says which day it is for the limits of a day
  ChatClassifierFactory(String name, ChatSettings settings, InstantSource clock) {
    this.name = name;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return settings.version();
  }

  @Override
  public ChatSettings settings() {
    return settings;
  }

  /// They are worked through one after another.
  @Override
  public int batch() {
    return 1;
  }

  @Override
  public Classifier create() {
    var key = settings.service().token().map(source -> source.read(System.getenv()));
    var service =
        new ChatService(settings.service(), key, Prompt.system(settings), Prompt.answer(settings));
    return new ChatClassifier(id(), settings, shared(), service);
  }

  private synchronized Shared shared() {
    if (shared == null) {
      shared = Shared.open(settings.service(), clock);
    }
    return shared;
  }
}
