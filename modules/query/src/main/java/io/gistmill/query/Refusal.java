package io.gistmill.query;

/// Ends the reading of a query; becomes data before it leaves the package.
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int position;
  private final String mend;

  Refusal(String reason, int position, String mend) {
    super(reason, null, false, false);
    this.position = position;
    this.mend = mend;
  }

  PostQuery.Refused of(String text) {
    return new PostQuery.Refused(
        text, String.valueOf(getMessage()), Math.clamp(position, 0, text.length()), mend);
  }
}
