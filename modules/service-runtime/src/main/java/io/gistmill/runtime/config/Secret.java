package io.gistmill.runtime.config;

/// A text that must not be seen: it prints as stars.
public final class Secret {

  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  /// The text itself, for the one who needs it.
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "***";
  }
}
