package io.gistmill.domain;

import java.time.Duration;

/// How far back any rule may look.
public final class Horizon {

  public static final Duration LENGTH = Duration.ofDays(28);

  private Horizon() {}
}
