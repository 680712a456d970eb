package io.gistmill.gateway.store;

/// The answer to a question for one thing by its id.
public sealed interface Found<T> {

  record Here<T>(T it) implements Found<T> {}

  /// It lives on under another id.
  record Moved<T>(String to) implements Found<T> {}

  /// It was here and was taken back.
  record TakenBack<T>() implements Found<T> {}

  record Unknown<T>() implements Found<T> {}
}
