package io.gistmill.launcher.remote;

/// A running Gistmill did not answer, or refused; the message names the mend.
public final class RemoteException extends RuntimeException {

  private static final long serialVersionUID = 1;

  RemoteException(String message) {
    super(message);
  }
}
