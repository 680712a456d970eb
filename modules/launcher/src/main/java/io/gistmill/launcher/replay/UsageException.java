package io.gistmill.launcher.replay;

/// The command line, the configuration or a folder asks for what cannot be; the message names the
/// mend.
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UsageException(String message) {
    super(message);
  }
}
