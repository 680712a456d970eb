package io.gistmill.domain;

/// What stands in `source-state`. A tombstone follows that of the source.
public sealed interface SourceStateEvent {

  /// A poll came to its end, well or badly.
  record Polled(SourceState state) implements SourceStateEvent {}
}
