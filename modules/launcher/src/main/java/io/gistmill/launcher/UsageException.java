package io.gistmill.launcher;

/// The command line or the configuration asks for something that cannot be; the message names the
/// mend.
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UsageException(String message) {
    super(message);
  }
}
