package io.gistmill.domain;

/// What stands in `digests`.
public sealed interface DigestEvent {

  record Made(Digest digest) implements DigestEvent {}

  /// Every digest due at this tick stands before it in its partition.
  record Ticked(PartitionTick tick) implements DigestEvent {}
}
