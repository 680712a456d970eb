package io.gistmill.classifier.chat;

import io.gistmill.classifier.api.summary.Summariser;
import io.gistmill.classifier.api.summary.SummariserFactory;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Summarisers of one file of settings. They share limits, what was spent, and answers; with a
/// classifier too, where both name the same folder as their state.
final class ChatSummariserFactory implements SummariserFactory {

  private final SummarySettings settings;
  private final InstantSource clock;
  private @Nullable Shared shared;

  /// @param clock says which day it is for the limits of a day
  ChatSummariserFactory(SummarySettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "chat-summary";
  }

  @Override
  public String version() {
    return settings.version();
  }

  @Override
  public Duration timeLimit() {
    return settings.service().timeLimit();
  }

  @Override
  public Summariser create() {
    var key = settings.service().token().map(source -> source.read(System.getenv()));
    var service =
        new ChatService(
            settings.service(), key, SummaryPrompt.system(settings), SummaryPrompt.answer());
    return new ChatSummariser(settings, shared(), service);
  }

  private synchronized Shared shared() {
    if (shared == null) {
      shared = Shared.open(settings.service(), clock);
    }
    return shared;
  }
}
