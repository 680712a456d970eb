package io.gistmill.classifier.chat;

import io.gistmill.classifier.api.summary.SummariserEngine;
import io.gistmill.classifier.api.summary.SummariserFactory;
import java.nio.file.Path;
import java.time.InstantSource;

/// Makes summarisers that ask a chat model: `engine: chat`. There is none unless the operator names
/// a file of settings, and nothing is sent before.
public final class ChatSummariserEngine implements SummariserEngine {

  @Override
  public String kind() {
    return "chat";
  }

  @Override
  public SummariserFactory factory(String settings, Path folder) {
    return new ChatSummariserFactory(
        SummarySettings.read(settings, folder), InstantSource.system());
  }
}
