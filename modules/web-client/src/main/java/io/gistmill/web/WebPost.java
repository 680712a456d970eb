package io.gistmill.web;

import java.net.URI;
import java.util.Map;

/// What to post.
///
/// @param address as [WebAddress] makes it
/// @param type media type of the body
/// @param headers more of them
public record WebPost(URI address, String type, Map<String, String> headers, byte[] body) {

  public WebPost {
    headers = Map.copyOf(headers);
  }
}
