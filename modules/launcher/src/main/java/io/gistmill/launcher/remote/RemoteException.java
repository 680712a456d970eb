package io.gistmill.launcher.remote;

/// A running Gistmill did not answer, or refused; the message names the mend.
public final class RemoteException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  RemoteException(String message) {
    this(message, 0);
  }

  /// @param status of the answer
  RemoteException(String message, int status) {
    super(message);
    this.status = status;
  }

  /// Of the answer; 0 when there was none.
  public int status() {
    return status;
  }
}
