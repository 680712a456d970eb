package io.gistmill.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a post ended. Nothing that a peer does comes out as an exception.
public sealed interface Reply {

  /// The peer answered, with whatever status; redirects are not followed.
  ///
  /// @param retryAfter how long the peer wants to be left alone, where it says so
  /// @param body unpacked; empty where a status that tells of a failure came with one that cannot
  ///   be read
  record Answered(int status, @Nullable Duration retryAfter, byte[] body) implements Reply {}

  /// The guard forbids the address, so that nothing was sent.
  ///
  /// @param reason words for whoever typed the address
  record Forbidden(String reason) implements Reply {}

  /// No answer came that can be used.
  ///
  /// @param reason words for whoever typed the address
  /// @param connected false when no connection came about, which concerns all that goes to the peer
  /// @param lasting whether the same post would fail again, as with an answer beyond the limits or
  ///   a certificate that is not trusted
  record Failed(String reason, boolean connected, boolean lasting) implements Reply {

    /// One that may be over a moment later.
    public Failed(String reason, boolean connected) {
      this(reason, connected, false);
    }
  }
}
