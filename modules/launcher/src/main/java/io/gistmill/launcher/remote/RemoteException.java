package io.gistmill.launcher.remote;

/// A running Gistmill did not answer, or refused; the message names the mend.
public final class RemoteException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final boolean explained;

  RemoteException(String message) {
    this(message, 0, false);
  }

  /// @param status of the answer
  /// @param explained whether the answer said what is wrong and how to mend it, as routes of
  ///   Gistmill do
  RemoteException(String message, int status, boolean explained) {
    super(message);
    this.status = status;
    this.explained = explained;
  }

  /// Of the answer; 0 when there was none.
  public int status() {
    return status;
  }

  /// Whether a route said so; false where there was no such route.
  boolean explained() {
    return explained;
  }
}
