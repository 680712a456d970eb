package io.gistmill.web;

import java.time.Duration;

/// What one fetch may take.
///
/// @param connect for one connection
/// @param whole for all redirects and the body together
/// @param bytes of the body after unpacking
/// @param ratio of unpacked to packed bytes, beyond the first 64 KiB
/// @param redirects followed
public record Limits(Duration connect, Duration whole, int bytes, int ratio, int redirects) {

  public static final Limits USUAL =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), 8 << 20, 100, 5);
}
