package io.gistmill.runtime.config;

import java.util.List;

/// The configuration cannot be used. The message lists all mistakes, a line each: where the value
/// was given, what is wrong with it, and how to mend it. No secret stands in it.
public final class InvalidConfigException extends RuntimeException {

  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // made by List.copyOf
  private final List<String> mistakes;

  public InvalidConfigException(List<String> mistakes) {
    super(String.join("\n", mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<String> mistakes() {
    return mistakes;
  }
}
