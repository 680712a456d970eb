package io.gistmill.domain;

/// What stands in `clock`, by which a clock that takes over learns what its predecessor wrote.
public sealed interface ClockEvent {

  record Ticked(Tick tick) implements ClockEvent {}
}
