package io.gistmill.classifier.chat;

import io.gistmill.classifier.api.ClassifierEngine;
import io.gistmill.classifier.api.ClassifierFactory;
import java.nio.file.Path;
import java.time.InstantSource;

/// Makes classifiers that ask a chat model: `engine: chat`. There is none unless the operator
/// writes a `classifier.yml`, and nothing is sent before.
public final class ChatEngine implements ClassifierEngine {

  @Override
  public String kind() {
    return "chat";
  }

  @Override
  public ClassifierFactory factory(String name, String settings, Path folder) {
    return new ChatClassifierFactory(
        name, ChatSettings.read(settings, folder), InstantSource.system());
  }
}
