package io.gistmill.gateway.subscribe;

/// Somebody has as many subscriptions as one can have.
public final class TooManyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyException() {
    super(
        "there are "
            + SignUps.MOST_SUBSCRIPTIONS
            + " subscriptions already; end one before you add another",
        null,
        false,
        false);
  }
}
