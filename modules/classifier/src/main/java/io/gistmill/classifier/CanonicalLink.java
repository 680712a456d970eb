package io.gistmill.classifier;

import java.util.List;

/// An address in its one form.
///
/// @param host lower case, without `www.`; with the port where it is unusual
/// @param segments of the path, none empty
/// @param query without `?`, sorted; empty for none
record CanonicalLink(String host, List<String> segments, String query) {

  CanonicalLink {
    segments = List.copyOf(segments);
  }

  String text() {
    String path = segments.isEmpty() ? "" : "/" + String.join("/", segments);
    return "https://" + host + path + (query.isEmpty() ? "" : "?" + query);
  }

  String segment(int index) {
    return index < segments.size() ? segments.get(index) : "";
  }

  /// False for home pages, profiles, search results and redirects that say nothing of their target.
  boolean namesOneThing() {
    if (segments.isEmpty()) {
      return !query.isEmpty() && !host.startsWith("google.");
    }
    boolean profile = segments.size() == 1 && segment(0).startsWith("@");
    return !profile
        && switch (host) {
          case "x.com" -> segment(1).equals("status");
          case "github.com" -> segments.size() == 2 && !GITHUB_PAGES.contains(segment(0));
          case "youtube.com" -> segment(0).equals("watch") || segment(0).equals("playlist");
          case "linkedin.com" -> !segment(0).equals("in") && !segment(0).equals("company");
          case "zhihu.com" -> !segment(0).equals("people");
          case "huggingface.co", "t.me", "weibo.com", "instagram.com", "facebook.com" ->
              segments.size() > 1;
          case "google.com", "bing.com", "baidu.com" -> !segment(0).equals("search");
          case "t.co", "space.bilibili.com" -> false;
          default -> true;
        };
  }

  private static final List<String> GITHUB_PAGES =
      List.of(
          "about",
          "apps",
          "collections",
          "explore",
          "features",
          "marketplace",
          "orgs",
          "search",
          "settings",
          "sponsors",
          "topics",
          "trending");
}
