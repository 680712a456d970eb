package io.gistmill.producer.feed;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells what a document is, and reads it.
final class FeedReader {

  private static final Pattern FEED_ROOT = Pattern.compile("(?i)<(?:\\w+:)?(?:rss|feed|rdf)[\\s>]");
  private static final Pattern PAGE_ROOT = Pattern.compile("(?i)<(?:!doctype\\s+html|html)[\\s>]");
  private static final int START = 4_000;

  private FeedReader() {}

  static FeedDocument read(String document, URI address) throws FeedException {
    String text = document.stripLeading();
    if (text.isEmpty()) {
      throw new FeedException("is empty");
    } else if (text.startsWith("{")) {
      return JsonFeed.read(text, address);
    } else if (isPage(text)) {
      throw new FeedException("is a web page, not a feed");
    } else if (text.startsWith("<")) {
      return XmlFeed.read(text, address);
    }
    throw new FeedException("is neither XML nor JSON");
  }

  static boolean isPage(String document) {
    String start = document.substring(0, Math.min(document.length(), START));
    return PAGE_ROOT.matcher(start).find()
        && !FEED_ROOT.matcher(start.toLowerCase(Locale.ROOT)).find();
  }
}
