package io.gistmill.classifier.http;

/// How a request ended after all its repeats.
sealed interface Exchanged {

  /// @param body that came with status 200
  record Answered(byte[] body) implements Exchanged {}

  /// @param reason for people, with the mend where it is known
  record Failed(String reason) implements Exchanged {}
}
