package io.gistmill.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What to fetch.
///
/// @param address as [WebAddress] makes it
/// @param accept media types that are understood
/// @param etag of what the caller has already; null for none
/// @param lastModified the same, by date
public record WebRequest(
    URI address, String accept, @Nullable String etag, @Nullable String lastModified) {

  /// Without conditions: the whole body is wanted.
  public static WebRequest of(URI address, String accept) {
    return new WebRequest(address, accept, null, null);
  }

  WebRequest at(URI other) {
    return new WebRequest(other, accept, etag, lastModified);
  }
}
