package io.gistmill.domain;

/// What stands in `sources`. A tombstone ends a source.
public sealed interface SourceEvent {

  /// From now on this source is followed; replaces what stood there under its id.
  record Defined(SourceDefinition source) implements SourceEvent {}
}
