package io.gistmill.producer.feed;

import io.gistmill.web.WebAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds the feeds that a web page names in its head.
final class Autodiscovery {

  private static final Set<String> TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/feed+json",
          "application/json");
  private static final int MOST = 5;

  private Autodiscovery() {}

  /// In the page's own order, which puts the main one first.
  static List<URI> feeds(String page, URI address) {
    Document document = Jsoup.parse(page, address.toString());
    URI base = base(document, address);
    var feeds = new ArrayList<URI>();
    for (Element link : document.select("link[rel~=(?i)\\balternate\\b][href]")) {
      String type = link.attr("type").toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
      if (TYPES.contains(type) && feeds.size() < MOST) {
        add(feeds, base, link.attr("href"));
      }
    }
    return feeds;
  }

  private static URI base(Document document, URI address) {
    Element base = document.selectFirst("base[href]");
    try {
      return base == null ? address : WebAddress.resolve(address, base.attr("href"));
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  private static void add(List<URI> feeds, URI base, String reference) {
    try {
      URI feed = WebAddress.resolve(base, reference);
      if (!feeds.contains(feed)) {
        feeds.add(feed);
      }
    } catch (IllegalArgumentException e) {
      // The next one may be better.
      return;
    }
  }
}
