package io.gistmill.launcher.service;

import io.gistmill.producer.clock.ClockPace;
import java.time.InstantSource;

/// Which times a process goes by.
///
/// @param real of this machine: says when to ask a feed again
/// @param pace of the clock that writes ticks; faster than the real one in a demo
public record Times(InstantSource real, ClockPace pace) {

  public static Times real(InstantSource real) {
    return new Times(real, ClockPace.real(real));
  }

  /// The time of the log: what is sent now is published then, unless it says otherwise.
  public InstantSource ofLog() {
    return pace.time();
  }
}
