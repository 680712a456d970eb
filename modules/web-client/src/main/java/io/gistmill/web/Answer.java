package io.gistmill.web;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a fetch ended. Nothing that a peer does comes out as an exception.
public sealed interface Answer {

  /// A body came, with status 200 to 299.
  ///
  /// @param address after all redirects
  /// @param movedTo where the address has moved for good (301, 308); null when it has not
  /// @param headers by lower-case name, the first of each
  /// @param body unpacked
  record Fetched(URI address, @Nullable URI movedTo, Map<String, String> headers, byte[] body)
      implements Answer {

    public Fetched {
      headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
  }

  /// 304: what the caller has is still right.
  record NotModified(@Nullable URI movedTo, Map<String, String> headers) implements Answer {
    public NotModified {
      headers = Map.copyOf(headers);
    }
  }

  /// Nothing usable came.
  ///
  /// @param reason words for an operator
  /// @param status of the peer's answer; 0 when there was none
  /// @param permanent true when asking again makes no sense (410)
  /// @param retryAfter how long the peer wants to be left alone
  record Refused(String reason, int status, boolean permanent, @Nullable Duration retryAfter)
      implements Answer {

    static Refused because(String reason) {
      return new Refused(reason, 0, false, null);
    }
  }
}
